<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\FeedName;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\ItemSearch;
use Aco\Cli\Store\ItemState;
use Aco\Feed;
use Aco\Sandbox\Http\Request;

/** What the list of items is asked for by its address. */
final class ItemQuery
{
    public const PER_PAGE = 50;
    /** Counting goes through the table, so it ends somewhere. */
    public const MAX_COUNTED = 10_000;
    private const MAX_LENGTH = 500;
    private const LAST = PHP_INT_MAX;

    public readonly Feed $feed;
    public readonly ItemSearch $search;
    private readonly int $from;
    private readonly bool $isBackwards;

    public function __construct(Request $request)
    {
        $text = static fn (string $name): string => substr($request->queryParameter($name) ?? '', 0, self::MAX_LENGTH);
        $this->feed = FeedName::find($text('feed')) ?? Feed::Products;
        $this->search = new ItemSearch(
            part: trim($text('q')),
            scope: trim($text('scope')),
            state: ItemState::tryFrom($text('state')),
        );
        $this->isBackwards = $request->queryParameter('before') !== null;
        $this->from = $request->queryNumber($this->isBackwards ? 'before' : 'after', 0, 0, self::LAST);
    }

    /** @return list<FeedRow> */
    public function rows(FeedStore $store): array
    {
        return $store->search($this->feed, $this->search, $this->from, self::PER_PAGE, $this->isBackwards);
    }

    public function count(FeedStore $store): int
    {
        return $store->found($this->feed, $this->search, self::MAX_COUNTED);
    }

    /**
     * @param array<string, int|string> $more
     * @return array<string, int|string> parameters of an address that asks for the same
     */
    public function parameters(array $more = []): array
    {
        return array_filter([
            'feed' => $this->feed->value,
            'state' => $this->search->state->value ?? '',
            'scope' => $this->search->scope,
            'q' => $this->search->part,
        ], static fn (string $value): bool => $value !== '') + $more;
    }

    /**
     * @param list<FeedRow> $rows of this page
     * @return array{?int, ?int} the rows that the pages before and after it go on from
     */
    public function neighbours(array $rows): array
    {
        $isFull = count($rows) === self::PER_PAGE;
        $hasBefore = $this->isBackwards ? $isFull : $this->from > 0;
        $hasAfter = $this->isBackwards || $isFull;

        return [
            $hasBefore && $rows !== [] ? $rows[0]->id : null,
            $hasAfter && $rows !== [] ? $rows[count($rows) - 1]->id : null,
        ];
    }
}
