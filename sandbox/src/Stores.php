<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Sandbox\Assets\AssetsStore;
use Aco\Sandbox\Assets\JournalStore;
use Aco\Sandbox\Assets\Library;
use Aco\Sandbox\Catalog\Store;
use Aco\Sandbox\Experience\EventStore;
use Aco\Sandbox\Experience\RecordStore;
use Aco\Sandbox\Storefront\StorefrontSettings;

/** Everything that a sandbox holds, in one file. */
final class Stores
{
    public readonly Store $catalog;
    public readonly EventStore $events;
    public readonly RecordStore $records;
    public readonly AssetsStore $assets;
    public readonly JournalStore $journal;
    public readonly Library $library;

    /** @throws \PDOException when the file cannot be used */
    public function __construct(string $dataFile, StorefrontSettings $storefront = new StorefrontSettings())
    {
        $this->catalog = new Store($dataFile, $storefront);
        $this->events = new EventStore($dataFile);
        $this->records = new RecordStore($dataFile);
        $this->assets = new AssetsStore($dataFile);
        $this->journal = new JournalStore($dataFile);
        $this->library = new Library($dataFile);
    }

    public function clear(): void
    {
        $this->catalog->clear();
        $this->events->clear();
        $this->records->clear();
        $this->assets->clear();
        $this->journal->clear();
        $this->library->clear();
    }
}
