<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;

/** The range of order dates of a historical sync, at most five years. */
final class DateRange
{
    private const MAX_YEARS = 5;

    /** Both included; Unix time. */
    private function __construct(private readonly int $from, private readonly int $to)
    {
    }

    /** @param ?string $from YYYY-MM-DD, five years before the end when null; $to likewise, today when null */
    public static function of(?string $from, ?string $to): self
    {
        $last = $to === null ? new \DateTimeImmutable('today', new \DateTimeZone('UTC')) : self::day('to', $to);
        $earliest = $last->modify('-' . self::MAX_YEARS . ' years');
        $first = $from === null ? $earliest : self::day('from', $from);
        if ($first > $last) {
            throw new CommandFailure('--from must not come after --to.');
        }
        if ($first < $earliest) {
            throw new CommandFailure('A range covers at most five years: give a later --from or an earlier --to.');
        }

        return new self($first->getTimestamp(), $last->modify('+1 day')->getTimestamp() - 1);
    }

    /** An order without a readable date is included, as the mapping reports it. */
    public function has(mixed $createdAt): bool
    {
        $time = is_string($createdAt) ? strtotime($createdAt) : false;

        return $time === false || ($time >= $this->from && $time <= $this->to);
    }

    private static function day(string $option, string $text): \DateTimeImmutable
    {
        $day = \DateTimeImmutable::createFromFormat('!Y-m-d', $text, new \DateTimeZone('UTC'));
        if ($day === false || $day->format('Y-m-d') !== $text) {
            throw new CommandFailure("--$option must be a day, such as 2024-05-31.");
        }

        return $day;
    }
}
