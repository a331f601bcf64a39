<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** The distinct failures of a feed: each with its first item and how often it happened. */
final class Failures
{
    private const MAX_KINDS = 100;

    /** @var array<string, array{item: string, field: ?string, message: string, count: int}> */
    private array $kinds = [];
    private int $others = 0;

    /** @param callable(): string $item names the item; called for the first of a kind only */
    public function add(callable $item, ?string $field, string $message): void
    {
        $key = $field . "\0" . $message;
        if (isset($this->kinds[$key])) {
            $this->kinds[$key]['count']++;
        } elseif (count($this->kinds) < self::MAX_KINDS) {
            $this->kinds[$key] = ['item' => $item(), 'field' => $field, 'message' => $message, 'count' => 1];
        } else {
            $this->others++;
        }
    }

    /** @return list<array{item: string, field: ?string, message: string, count: int}> most frequent first */
    public function all(): array
    {
        $kinds = array_values($this->kinds);
        usort($kinds, static fn (array $a, array $b): int => $b['count'] <=> $a['count']);

        return $kinds;
    }

    /** Number of failures whose kind was not kept. */
    public function others(): int
    {
        return $this->others;
    }
}
