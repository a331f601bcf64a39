<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

/**
 * What is to be sent: new items piece by piece, before them what was retryable. Of an item that changed meanwhile only
 * the last version counts, as in a table with a row an item.
 */
final class Backlog
{
    /** @var array<string, list<Entry>> by feed */
    private array $retryable = [];

    /** @var array<string, int> by feed: how many were given so far */
    private array $given = [];

    /** @var array<string, list<Entry>> by key: the versions that were given, in their order */
    private array $versions = [];

    /**
     * @param array<string, list<Entry>> $entries by feed
     * @param int $piece new items of a feed at once
     */
    public function __construct(private readonly array $entries, private readonly int $piece)
    {
    }

    /**
     * @return array<string, list<Entry>> by feed; empty when nothing is left
     */
    public function next(): array
    {
        $next = [];

        foreach ($this->entries as $feed => $entries) {
            $given = $this->given[$feed] ?? 0;
            $new = array_slice($entries, $given, $this->piece);
            $this->given[$feed] = $given + count($new);

            foreach ($new as $entry) {
                $this->versions[$entry->key][] = $entry;
            }

            $next[$feed] = [...$this->retryable[$feed] ?? [], ...$new];
        }

        return array_filter($next) === [] ? [] : $next;
    }

    /**
     * Keeps what has to be sent again.
     *
     * @param array<string, list<Entry>> $sent by feed
     * @return int how many are settled now that were not
     */
    public function settle(array $sent): int
    {
        $settled = 0;
        foreach ($sent as $feed => $entries) {
            $this->retryable[$feed] = array_values(array_filter(
                $entries,
                fn (Entry $entry): bool => $entry->status === 2 && end($this->versions[$entry->key]) === $entry,
            ));
            $settled += count($entries) - count($this->retryable[$feed]);
        }

        return $settled;
    }

    /**
     * @return list<string> keys of items whose last version is neither delivered nor rejected
     */
    public function unsettled(): array
    {
        return array_keys(array_filter(
            $this->versions,
            static fn (array $versions): bool => !in_array(end($versions)->status, [200, 400], true),
        ));
    }

    /**
     * What the server may hold in the end.
     *
     * @return array<string, list<array{string, bool}|null>> by key: hash and whether it is deleted; null: nothing
     */
    public function expectations(): array
    {
        $expectations = [];

        foreach ($this->versions as $key => $versions) {
            $allowed = [null];

            foreach ($versions as $entry) {
                $state = [$entry->hash, $entry->deleted];
                $allowed = match ($entry->status) {
                    200 => [$state],
                    // It may have arrived although no answer said so.
                    2 => [...$allowed, $state],
                    default => $allowed,
                };
            }

            $expectations[$key] = $allowed;
        }

        return $expectations;
    }
}
