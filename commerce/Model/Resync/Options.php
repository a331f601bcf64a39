<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Resync;

use Magento\Framework\Exception\LocalizedException;

/** What saas:resync was asked for. */
class Options
{
    private const CONTINUABLE = ['products', 'productAttributes'];

    /** @param list<string> $ids */
    private function __construct(
        public readonly array $ids,
        public readonly string $idType,
        public readonly bool $force,
        public readonly bool $cleanup,
        public readonly bool $continue,
        public readonly bool $dryRun,
        public readonly ?int $threads,
        public readonly ?int $batchSize,
    ) {
    }

    /**
     * @param array<string, mixed> $input
     *
     * @throws LocalizedException when options do not go together
     */
    public static function fromInput(array $input, string $feed): self
    {
        $ids = array_values(array_unique(array_filter(array_map(trim(...), explode(',', (string) ($input['by-ids'] ?? ''))), strlen(...))));
        if (($input['by-ids'] ?? null) !== null && $ids === []) {
            throw new LocalizedException(__('--by-ids is empty.'));
        }
        if ($ids !== [] && ($input['cleanup-feed'] || $input['continue-resync'])) {
            throw new LocalizedException(__('--by-ids goes with neither --cleanup-feed nor --continue-resync.'));
        }
        if ($input['continue-resync'] && !in_array($feed, self::CONTINUABLE, true)) {
            throw new LocalizedException(__('--continue-resync is for the feeds %1 only.', implode(', ', self::CONTINUABLE)));
        }
        if (!in_array($input['id-type'], ['sku', 'productId'], true)) {
            throw new LocalizedException(__('--id-type must be sku or productId.'));
        }

        return new self(
            $ids,
            (string) $input['id-type'],
            (bool) $input['force'],
            (bool) $input['cleanup-feed'],
            (bool) $input['continue-resync'],
            (bool) $input['dry-run'],
            self::number($input, 'thread-count'),
            self::number($input, 'batch-size'),
        );
    }

    /** @return array<string, bool|int> as the export framework names them */
    public function forFramework(): array
    {
        return array_filter([
            'thread-count' => $this->threads,
            'batch-size' => $this->batchSize,
            'continue-resync' => $this->continue,
            'cleanup-feed' => $this->cleanup,
            'dry-run' => $this->dryRun,
        ], static fn (bool|int|null $value): bool => $value !== null && $value !== false);
    }

    /** @param array<string, mixed> $input */
    private static function number(array $input, string $name): ?int
    {
        if (($input[$name] ?? null) === null) {
            return null;
        }
        $number = filter_var($input[$name], FILTER_VALIDATE_INT, ['options' => ['min_range' => 1, 'max_range' => 10000]]);

        return $number === false ? throw new LocalizedException(__('--%1 must be a number from 1 to 10000.', $name)) : $number;
    }
}
