<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Document;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;

/** Builds delete bodies for rows, including those of Commerce. */
final class Deletions
{
    private readonly FeedProfile $profile;
    private readonly Mapper $mapper;

    public function __construct(private readonly Feed $feed, private readonly FeedStore $store)
    {
        $this->profile = FeedProfile::of($feed);
        $this->mapper = new Mapper($feed);
    }

    /** Null when the row does not say what to delete. */
    public function of(FeedRow $row): ?Document
    {
        $members = StoredKey::of($this->profile, $row->data)->members;
        if ($this->profile->deletesWithoutCode) {
            $members['urlPath'] ??= $this->path($row) ?? '';
        }
        try {
            $document = $this->mapper->deletion($this->profile->itemOf($members));
        } catch (MappingException) {
            return null;
        }

        return $document === null ? null : Document::fromJson($this->feed, $row->feedId, (string) $document, true);
    }

    /**
     * The path of a category whose row does not hold it, as those of SaaS Data Export: the row's id is made from it, so
     * that any other row of the category, of another store view perhaps, which holds this path proves it.
     */
    public function path(FeedRow $row): ?string
    {
        $key = StoredKey::of($this->profile, $row->data);
        if (isset($key->members['urlPath'])) {
            return $key->members['urlPath'];
        }

        foreach ($this->store->ofEntity($this->feed, $row->sourceEntityId) as $other) {
            $path = StoredKey::of($this->profile, $other->data)->members['urlPath'] ?? null;
            if ($path !== null && sha1("$path\0{$key->scope()}") === $row->feedId) {
                return $path;
            }
        }

        return null;
    }
}
