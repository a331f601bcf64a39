<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\CommandFailure;

/** The share of a feed that may be deleted because it is not in the source any more. */
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

    public static function none(): self
    {
        return new self(100.0);
    }

    public function allows(int $gone, int $live): bool
    {
        return $gone * 100 <= $this->percent * $live;
    }
}
