<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\Metadata;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;

/** The items that were not delivered, as status shows them. */
final class FailedItems
{
    /**
     * @param list<Feed> $feeds
     * @return \Generator<array<string, mixed>>
     */
    public static function of(FeedStore $store, array $feeds): \Generator
    {
        foreach ($feeds as $feed) {
            foreach ($store->failed($feed) as $row) {
                yield self::item($feed, $row);
            }
        }
    }

    /** @return array<string, mixed> */
    private static function item(Feed $feed, FeedRow $row): array
    {
        $key = StoredKey::of(FeedProfile::of($feed), $row->data);
        // Other programs may write anything.
        $metadata = json_decode($row->metadata ?? '', true);
        $metadata = array_filter(is_array($metadata) ? $metadata : [], is_scalar(...));
        $requestId = $metadata['requestId'] ?? null;
        $needsSource = Status::isToRetry($row->status) && !$row->deleted && !$key->isBody;

        return [
            'feed' => $feed->value,
            'item' => $key->label(),
            'feedId' => $row->feedId,
            'sourceEntityId' => $row->sourceEntityId,
            'deleted' => $row->deleted,
            'status' => $row->status,
            'label' => Status::label($row->status) . ($needsSource ? ' with its source' : ''),
            'field' => $metadata['field'] ?? null,
            'message' => $row->errors,
            'requestId' => $requestId,
            // The first response is not counted apart when it was the last one.
            'attempts' => Metadata::attempts($row->metadata) ?: ($requestId === null ? 0 : 1),
            'modifiedAt' => $row->modifiedAt,
        ];
    }
}
