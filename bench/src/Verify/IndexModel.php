<?php

declare(strict_types=1);

namespace Aco\Bench\Verify;

/**
 * A shop of one store view, and what becomes of its products in a service that loses and changes some and shows the
 * others late.
 */
final class IndexModel
{
    private const STORE_VIEW = 'default';
    private const SHARE = 0.01;
    private const STEPS = 1000;

    /** @var list<string> */
    public readonly array $lost;
    /** @var list<string> */
    public readonly array $changed;
    /** @var list<string> */
    private array $skus = [];

    public function __construct(int $products, private readonly int $shortest, private readonly int $longest, int $seed)
    {
        mt_srand($seed);
        for ($number = 1; $number <= $products; $number++) {
            $this->skus[] = sprintf('SKU-%06d', $number);
        }

        $shuffled = $this->skus;
        shuffle($shuffled);
        $count = max(1, (int) round($products * self::SHARE));
        $this->lost = array_slice($shuffled, 0, $count);
        $this->changed = array_slice($shuffled, $count, $count);
    }

    /** The feed products. */
    public function lines(): string
    {
        return implode('', array_map(static fn (string $sku): string => json_encode([
            'sku' => $sku,
            'storeViewCode' => self::STORE_VIEW,
            'name' => "Product $sku",
            'productId' => crc32($sku),
            'type' => 'simple',
            'status' => 'Enabled',
            'urlKey' => strtolower($sku),
            'visibility' => 'Catalog, Search',
            'deleted' => false,
        ]) . "\n", $this->skus));
    }

    /** @return array<string, float> seconds until the products that are shown as they were sent are shown */
    public function delays(): array
    {
        $delays = [];
        foreach (array_diff($this->skus, $this->lost, $this->changed) as $sku) {
            $step = hexdec(hash('crc32b', $sku . '/' . self::STORE_VIEW)) % self::STEPS;
            $delays[] = $this->shortest + ($this->longest - $this->shortest) * $step / (self::STEPS - 1);
        }

        sort($delays);
        $at = static fn (float $share): float => $delays[(int) ceil($share * count($delays)) - 1];

        return ['p50' => $at(0.5), 'p95' => $at(0.95), 'p99' => $at(0.99)];
    }
}
