<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\ItemSearch;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\ChunkReader;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\ItemFilter;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

/** Chooses delivered products, and finds in a source what was sent of them. */
final class SentItems
{
    /** Items of one run. */
    public const MAX_ITEMS = 20_000;
    /** Versions of one SKU. */
    private const MAX_VERSIONS = 200;

    /** @var array<string, SentItem> by feed id */
    public array $items = [];
    /** Asked for or drawn, and not delivered, or of a store view without a view id. */
    public int $notCompared = 0;
    /** @var list<string> */
    public array $notFound = [];
    /** Delivered items that the source does not have as they were sent. */
    public int $withoutDocument = 0;
    /** @var list<string> what kept a source from being read completely */
    public array $problems = [];

    public function __construct(private readonly FeedStore $store, private readonly StorefrontConfig $config)
    {
    }

    /** @param list<string> $skus */
    public function choose(array $skus): void
    {
        foreach (array_unique($skus) as $sku) {
            $rows = $this->store->search(Feed::Products, new ItemSearch($sku), 0, self::MAX_VERSIONS);
            $before = count($this->items) + $this->notCompared;
            foreach ($rows as $row) {
                // The database may compare texts more loosely.
                if (self::key($row)->code() === $sku) {
                    $this->add($row);
                }
            }
            if (count($this->items) + $this->notCompared === $before) {
                $this->notFound[] = $sku;
            }
        }
    }

    /** Draws so many of the delivered products, each with the same chance. */
    public function draw(int $count): void
    {
        $drawn = [];
        $seen = 0;
        foreach ($this->store->delivered(Feed::Products) as $page) {
            foreach ($page as $id) {
                $place = $seen < $count ? $seen : random_int(0, $seen);
                $seen++;
                if ($place < $count) {
                    $drawn[$place] = $id;
                }
            }
        }

        sort($drawn);
        foreach (array_chunk($drawn, FeedStore::PAGE) as $ids) {
            array_map($this->add(...), $this->store->rows(Feed::Products, $ids));
        }
    }

    /** Finds what was sent of the chosen products, and their prices in the books that are looked at. */
    public function complete(?FeedInput $products, ?FeedInput $prices, Scopes $scopes): void
    {
        $found = 0;
        foreach ($products === null ? [] : $this->documents(Feed::Products, $products, $scopes) as $id => [$json]) {
            if (isset($this->items[$id])) {
                $this->items[$id]->document = $json;
                $found++;
            }
        }
        $live = array_filter($this->items, static fn (SentItem $item): bool => !$item->isDeleted);
        $this->withoutDocument = $products === null ? 0 : count($live) - $found;

        $bySku = [];
        foreach ($this->items as $item) {
            $bySku[$item->sku][] = $item;
        }
        foreach ($prices === null ? [] : $this->documents(Feed::Prices, $prices, $scopes) as [$json, $row]) {
            $price = json_decode($json, true);
            if (in_array($price['priceBookId'], $this->config->priceBooks, true)) {
                $sent = new SentPrice((int) $row->id, (float) $price['regular'], self::time($row));
                foreach ($bySku[$price['sku']] ?? [] as $item) {
                    $item->prices[$price['priceBookId']] = $sent;
                }
            }
        }
    }

    /**
     * Documents of the chosen SKUs that are in the table as they were delivered.
     *
     * @return \Generator<string, array{string, FeedRow}> JSON and row by id
     */
    private function documents(Feed $feed, FeedInput $input, Scopes $scopes): \Generator
    {
        $skus = array_unique(array_map(static fn (SentItem $item): string => $item->sku, $this->items));
        if ($skus === []) {
            return;
        }

        $quoted = array_map(static fn (string $sku): string => '"' . str_replace('"', '""', $sku) . '"', $skus);
        $report = new FeedReport($feed);
        $only = ItemFilter::of($feed, array_values($quoted), null);
        $reader = new ChunkReader($input, new Mapper($feed, $scopes), $report, $only);
        while (!$reader->isAtEnd()) {
            $candidates = $reader->next();
            foreach (array_chunk(array_keys($candidates), FeedStore::PAGE) as $ids) {
                $stored = $this->store->lookup($feed, array_map('strval', $ids));
                $rows = $this->store->rows($feed, array_values(array_column($stored, 'row')));
                foreach ($rows as $row) {
                    $document = $candidates[$row->feedId]->document;
                    $isSent = $row->status === Status::DELIVERED && $document !== null && !$document->deleted
                        && $document->hash === $row->hash;
                    if ($isSent) {
                        yield $row->feedId => [(string) $document, $row];
                    }
                }
            }
        }

        foreach ($report->badLines as $line) {
            $this->problems[] = "{$line->place()}: {$line->reason}";
        }
        if ($report->inputError !== null) {
            $this->problems[] = "{$report->inputError}: what comes after that was not read";
        }
    }

    private function add(FeedRow $row): void
    {
        $key = self::key($row);
        $isUsable = $row->status === Status::DELIVERED && $key->code() !== '' && $this->config->knows($key->scope());
        if (!$isUsable || count($this->items) === self::MAX_ITEMS) {
            $this->notCompared++;

            return;
        }

        $this->items[$row->feedId]
            = new SentItem((int) $row->id, $key->code(), $key->scope(), $row->deleted, self::time($row));
    }

    private static function key(FeedRow $row): StoredKey
    {
        return StoredKey::of(FeedProfile::of(Feed::Products), $row->data);
    }

    private static function time(FeedRow $row): int
    {
        return (int) strtotime("{$row->modifiedAt} UTC");
    }
}
