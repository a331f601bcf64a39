<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\CommandFailure;

/** The share of a feed, or of assets, that may be deleted because it is not in the source any more. */
final class DeletionLimit
{
    public const DEFAULT_PERCENT = '20';

    /** @param ?\Closure(string): bool $confirm is told how many there are where they are more; null: not to be asked */
    private function __construct(public readonly float $percent, private readonly ?\Closure $confirm = null)
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
     * @param \Closure(string): bool $confirm whether --force is meant so, for that many
     * @return ?self null: nothing is deleted
     */
    public static function ofOptions(
        string $with,
        bool $isGiven,
        ?string $percent,
        bool $force,
        \Closure $confirm,
    ): ?self {
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

        return $force ? new self((float) self::DEFAULT_PERCENT, $confirm) : self::of($percent ?? self::DEFAULT_PERCENT);
    }

    public static function none(): self
    {
        return new self(100.0);
    }

    /**
     * @param string $of what they are items of
     * @return ?string why that many are not to be deleted; null: they may be
     */
    public function objection(int $gone, int $live, string $of): ?string
    {
        if ($gone * 100 <= $this->percent * $live) {
            return null;
        }

        $what = number_format($gone) . ' of ' . number_format($live) . ' items';

        return match (true) {
            $this->confirm === null => "$what are no longer in the source, which is more than --max-delete=$this->percent %",
            ($this->confirm)("$of: $what are no longer in the source") => null,
            default => "$what are no longer in the source, and --force was not confirmed",
        };
    }
}
