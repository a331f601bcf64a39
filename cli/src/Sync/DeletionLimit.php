<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\CommandFailure;

/** The share of a feed, or of assets, that may be deleted because it is not in the source any more. */
final class DeletionLimit
{
    public const DEFAULT_PERCENT = '20';

    private function __construct(public readonly float $percent)
    {
    }

    public static function of(string $text): self
    {
        if (preg_match('/^(\d{1,3}(?:\.\d{1,6})?) ?%?$/D', $text, $match) !== 1 || (float) $match[1] > 100.0) {
            throw new CommandFailure('--max-delete must be a percentage from 0 to 100, such as 20.');
        }

        return new self((float) $match[1]);
    }

    /**
     * @param string $with name of the option that deletes
     * @param ?string $percent of --max-delete
     * @return ?self null: nothing is deleted
     */
    public static function ofOptions(string $with, bool $isGiven, ?string $percent, bool $force): ?self
    {
        if (!$isGiven) {
            if ($percent !== null || $force) {
                throw new CommandFailure(
                    "--max-delete and --force require --$with: without it, nothing is deleted."
                );
            }

            return null;
        }

        if ($percent !== null && $force) {
            throw new CommandFailure('Give either --max-delete or --force.');
        }

        return $force ? self::none() : self::of($percent ?? self::DEFAULT_PERCENT);
    }

    public static function none(): self
    {
        return new self(100.0);
    }

    /** @return ?string why that many are not to be deleted; null: they may be */
    public function objection(int $gone, int $live): ?string
    {
        return $gone * 100 <= $this->percent * $live ? null : sprintf(
            '%s of %s items are no longer in the source, which is more than --max-delete=%s %%',
            number_format($gone),
            number_format($live),
            $this->percent,
        );
    }
}
