<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * Maps and sends products as a careful PHP developer would: one batch at a time is in the making, and no more bodies
 * are in memory than are under way.
 */
final class Sender
{
    private const BATCH = 100;

    /**
     * @param int $level of gzencode()
     */
    public function __construct(
        private readonly string $url,
        private readonly string $tokenUrl,
        private readonly string $caFile,
        private readonly int $concurrency,
        private readonly int $level,
    ) {
    }

    /**
     * @param iterable<array<string, mixed>> $items products
     */
    public function submit(iterable $items): Transfers
    {
        $transfers = new Transfers($this->url, $this->caFile, $this->concurrency, [
            'Authorization: Bearer ' . Transfers::token($this->tokenUrl, $this->caFile),
            'Content-Type: application/json',
            'Content-Encoding: gzip',
            'Accept: application/json',
            'Expect:',
        ], static fn (int $status, string $body, int $items): bool
            => $status === 200 && (json_decode($body, true)['acceptedCount'] ?? 0) === $items);
        $mapper = new ProductMapper();
        $batch = [];

        foreach ($items as $item) {
            $batch[] = $mapper->map($item)->json;
            if (count($batch) === self::BATCH) {
                $this->send($transfers, $batch);
                $batch = [];
            }
        }

        if ($batch !== []) {
            $this->send($transfers, $batch);
        }

        $transfers->finish();

        return $transfers;
    }

    /**
     * @param non-empty-list<string> $batch
     */
    private function send(Transfers $transfers, array $batch): void
    {
        $transfers->post((string) gzencode('[' . implode(',', $batch) . ']', $this->level), count($batch));
    }
}
