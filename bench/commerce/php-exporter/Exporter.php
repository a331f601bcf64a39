<?php

declare(strict_types=1);

namespace Aco\PhpExporter;

use Aco\Bench\Reference\CategoryMapper;
use Aco\Bench\Reference\Mapper;
use Aco\Bench\Reference\PriceMapper;
use Aco\Bench\Reference\ProductAttributeMapper;
use Aco\Bench\Reference\ProductMapper;
use Magento\DataExporter\Model\ExportFeedInterface;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/**
 * What bench/commerce/run compares the module with: an exporter as a careful PHP developer writes it for the framework.
 * It maps, encodes, compresses and posts what it is handed over a connection that it keeps, and waits for the response.
 */
class Exporter implements ExportFeedInterface
{
    private const PATHS = [
        'products' => 'products',
        'categories' => 'categories',
        'productAttributes' => 'products/metadata',
        'prices' => 'products/prices',
    ];

    /** @var array<string, Mapper> */
    private array $mappers = [];

    private ?\CurlHandle $curl = null;

    public function __construct(private readonly FeedExportStatusBuilder $status)
    {
    }

    /** @param array<int, array<string, mixed>> $data */
    public function export(array $data, FeedIndexMetadata $metadata): FeedExportStatus
    {
        $path = self::PATHS[$metadata->getFeedName()] ?? null;
        if ($path === null) {
            return $this->status->build(-1);
        }

        $this->mappers[$path] ??= match ($path) {
            'products' => new ProductMapper(),
            'categories' => new CategoryMapper(),
            'products/metadata' => new ProductAttributeMapper(),
            default => new PriceMapper(),
        };
        $bodies = [];
        $deleted = [];
        foreach ($data as $item) {
            $document = $this->mappers[$path]->map($item);
            if ($document?->deleted) {
                $deleted[] = $document->json;
            } elseif ($document !== null) {
                $bodies[] = $document->json;
            }
        }

        $isSent = ($bodies === [] || $this->post($path, $bodies))
            && ($deleted === [] || $this->post("$path/delete", $deleted));

        return $this->status->build($isSent ? 200 : 2, $isSent ? '' : 'The request failed');
    }

    /** @param non-empty-list<string> $bodies */
    private function post(string $path, array $bodies): bool
    {
        if ($this->curl === null) {
            $this->curl = curl_init();
            curl_setopt_array($this->curl, [
                CURLOPT_POST => true,
                CURLOPT_RETURNTRANSFER => true,
                CURLOPT_HTTPHEADER => [
                    'Authorization: Bearer ' . get_cfg_var('bench.token'),
                    'Content-Type: application/json',
                    'Content-Encoding: gzip',
                    'Expect:',
                ],
            ]);
        }

        curl_setopt($this->curl, CURLOPT_URL, get_cfg_var('bench.url') . "/v1/catalog/$path");
        curl_setopt($this->curl, CURLOPT_POSTFIELDS, gzencode('[' . implode(',', $bodies) . ']', 1));
        $response = json_decode((string) curl_exec($this->curl), true);

        return curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE) === 200
            && ($response['acceptedCount'] ?? null) === count($bodies);
    }
}
