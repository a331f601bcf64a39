<?php

declare(strict_types=1);

namespace Aco\Cli\Item;

use Aco\Cli\Output\Json;

/** What differs between two JSON values: paths with the value before and after. */
final class JsonDifference
{
    private const MAX_CHANGES = 100;
    private const MAX_DEPTH = 32;

    /**
     * The first of them; a side that lacks the member is left out.
     *
     * @var list<array{path: string, before?: mixed, after?: mixed}>
     */
    public array $changes = [];
    /** How many more there are. */
    public int $others = 0;

    private function __construct()
    {
    }

    public static function between(string $before, string $after): self
    {
        $difference = new self();
        $difference->compare('', json_decode($before), json_decode($after), 0);

        return $difference;
    }

    private function compare(string $path, mixed $before, mixed $after, int $depth): void
    {
        if ($before === $after) {
            return;
        }

        match (true) {
            $depth >= self::MAX_DEPTH => $this->add($path, [$before], [$after]),
            $before instanceof \stdClass && $after instanceof \stdClass
                => $this->compareMembers($path, (array) $before, (array) $after, $depth),
            is_array($before) && is_array($after) => $this->compareLists($path, $before, $after, $depth),
            default => $this->add($path, [$before], [$after]),
        };
    }

    /**
     * @param array<int|string, mixed> $before
     * @param array<int|string, mixed> $after
     */
    private function compareMembers(string $path, array $before, array $after, int $depth): void
    {
        foreach ($before + $after as $name => $_) {
            $member = $path === '' ? (string) $name : "$path.$name";

            if (array_key_exists($name, $before) && array_key_exists($name, $after)) {
                $this->compare($member, $before[$name], $after[$name], $depth + 1);
            } elseif (array_key_exists($name, $before)) {
                $this->add($member, [$before[$name]], []);
            } else {
                $this->add($member, [], [$after[$name]]);
            }
        }
    }

    /**
     * Entries at both ends that are alike are passed over, so that an entry which was put in is the only change.
     *
     * @param list<mixed> $before
     * @param list<mixed> $after
     */
    private function compareLists(string $path, array $before, array $after, int $depth): void
    {
        $most = min(count($before), count($after));
        for ($start = 0; $start < $most && self::isSame($before[$start], $after[$start]); $start++);
        for (
            $end = 0;
            $end < $most - $start && self::isSame($before[count($before) - 1 - $end], $after[count($after) - 1 - $end]);
            $end++
        );

        $this->compareMembers(
            $path,
            array_slice($before, $start, count($before) - $start - $end, true),
            array_slice($after, $start, count($after) - $start - $end, true),
            $depth,
        );
    }

    private static function isSame(mixed $one, mixed $other): bool
    {
        return Json::encode($one) === Json::encode($other);
    }

    /**
     * @param list<mixed> $before empty, or the value
     * @param list<mixed> $after
     */
    private function add(string $path, array $before, array $after): void
    {
        if (count($this->changes) === self::MAX_CHANGES) {
            $this->others++;

            return;
        }

        $this->changes[] = ['path' => $path]
            + ($before === [] ? [] : ['before' => $before[0]])
            + ($after === [] ? [] : ['after' => $after[0]]);
    }
}
