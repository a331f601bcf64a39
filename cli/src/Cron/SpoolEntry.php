<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\FeedName;
use Aco\Cli\Sync\FeedProfile;
use Aco\Feed;

/** A file of one feed, or a folder of feed files, in a spool folder. */
final class SpoolEntry
{
    private function __construct(
        public readonly string $name,
        /** Null for a folder, and for a file whose name is not that of a feed. */
        public readonly ?Feed $feed,
        private readonly string $stamp,
        /** Orders are not a feed of the catalog; another command sends them. */
        public readonly bool $isOrders = false,
    ) {
    }

    /** `<feed>[-anything].jsonl[.gz]`, or the name of a folder; null for any other file, which is left alone. */
    public static function of(string $name, bool $isFolder): ?self
    {
        if ($isFolder) {
            return new self($name, null, $name);
        }
        if (preg_match('/^([a-zA-Z]*+)[-_.]?(.*?)\.jsonl(?:\.gz)?$/D', $name, $match) !== 1) {
            return null;
        }

        return new self($name, FeedName::find($match[1]), $match[2], $match[1] === 'orders');
    }

    public function integration(): Integration
    {
        return $this->isOrders ? Integration::Orders : Integration::Catalog;
    }

    /** By the text behind the feed's name, numerically; equal ones in the order of feeds. */
    public static function compare(self $a, self $b): int
    {
        return strnatcmp($a->stamp, $b->stamp)
            ?: $a->place() <=> $b->place()
            ?: strcmp($a->name, $b->name);
    }

    private function place(): int
    {
        return (int) array_search($this->feed, [...array_merge(...FeedProfile::steps()), null], true);
    }
}
