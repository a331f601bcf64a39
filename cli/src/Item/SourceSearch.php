<?php

declare(strict_types=1);

namespace Aco\Cli\Item;

use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Sync\Candidate;
use Aco\Cli\Sync\CategoryPaths;
use Aco\Cli\Sync\ChunkReader;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\ItemFilter;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

/** Finds an item in a source: its versions for all store views or websites. */
final class SourceSearch
{
    /** Versions of one item. */
    public const MAX_FOUND = 1000;

    public function __construct(private readonly FeedStore $store, private readonly Scopes $scopes)
    {
    }

    /**
     * @param FeedReport $report takes what the source has that is no item, and why it broke off
     * @return array<string, Candidate> by id: of equal ids the last
     */
    public function find(Feed $feed, FeedInput $input, string $code, FeedReport $report): array
    {
        $profile = FeedProfile::of($feed);
        // A price book is known by its website and customer group.
        $own = $profile->codeInBody === null ? explode('::', $code, 2)[0] : $code;
        $only = ItemFilter::of($feed, ['"' . str_replace('"', '""', $own) . '"'], null);
        $paths = CategoryPaths::ifNeeded($feed, $this->store, static fn (): bool => false);
        $reader = new ChunkReader($input, new Mapper($feed, $this->scopes), $report, $only, $paths);

        $found = [];
        while (!$reader->isAtEnd()) {
            foreach ($reader->next() as $id => $candidate) {
                $key = StoredKey::of($profile, $candidate->deleteBody);
                if (($own === $code || $key->label() === $code) && count($found) < self::MAX_FOUND) {
                    $found[$id] = $candidate;
                }
            }
        }

        return $found;
    }
}
