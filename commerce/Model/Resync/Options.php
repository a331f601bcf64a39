<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Resync;

use Aco\CommerceOptimizer\Model\Text;
use Magento\Framework\Exception\LocalizedException;
use Symfony\Component\Console\Input\InputInterface;

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

    /** @throws LocalizedException when options do not go together */
    public static function fromInput(InputInterface $input, string $feed): self
    {
        $ids = self::ids($input);
        $cleanup = (bool) $input->getOption('cleanup-feed');
        $continue = (bool) $input->getOption('continue-resync');
        $idType = Text::of($input->getOption('id-type'));
        if ($ids !== [] && ($cleanup || $continue)) {
            throw new LocalizedException(__('--by-ids goes with neither --cleanup-feed nor --continue-resync.'));
        }
        if ($continue && !in_array($feed, self::CONTINUABLE, true)) {
            throw new LocalizedException(__('--continue-resync is for the feeds %1 only.', implode(', ', self::CONTINUABLE)));
        }
        if (!in_array($idType, ['sku', 'productId'], true)) {
            throw new LocalizedException(__('--id-type must be sku or productId.'));
        }

        return new self(
            $ids,
            $idType,
            (bool) $input->getOption('force'),
            $cleanup,
            $continue,
            (bool) $input->getOption('dry-run'),
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

    /**
     * @return list<string>
     *
     * @throws LocalizedException
     */
    private static function ids(InputInterface $input): array
    {
        $ids = [];
        foreach (explode(',', Text::of($input->getOption('by-ids'))) as $id) {
            if (trim($id) !== '') {
                $ids[] = trim($id);
            }
        }
        if ($ids === [] && $input->getOption('by-ids') !== null) {
            throw new LocalizedException(__('--by-ids is empty.'));
        }

        return array_values(array_unique($ids));
    }

    /** @throws LocalizedException */
    private static function number(InputInterface $input, string $name): ?int
    {
        $value = $input->getOption($name);
        if ($value === null) {
            return null;
        }
        $number = filter_var($value, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1, 'max_range' => 10000]]);

        return $number === false
            ? throw new LocalizedException(__('--%1 must be a number from 1 to 10000.', $name))
            : $number;
    }
}
