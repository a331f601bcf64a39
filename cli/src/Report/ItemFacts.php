<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\ItemState;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\Metadata;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;

/** What a row of a feed table says of its item, as people read it. */
final class ItemFacts
{
    /** @return array<string, mixed> members of status --failed */
    public static function of(Feed $feed, FeedRow $row): array
    {
        $key = StoredKey::of(FeedProfile::of($feed), $row->data);
        $metadata = self::metadata($row);
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

    /** @return array<string, mixed> the same with what only one item at a time has room for */
    public static function all(Feed $feed, FeedRow $row): array
    {
        $key = StoredKey::of(FeedProfile::of($feed), $row->data);
        $retryAt = self::metadata($row)['retryAt'] ?? null;

        return self::of($feed, $row) + [
            'scope' => $key->scope(),
            'state' => ItemState::of($row->status, $row->deleted)->value,
            'hash' => $row->hash,
            'retryAt' => is_int($retryAt) ? gmdate('Y-m-d H:i:s', $retryAt) : null,
            'bodyIsComplete' => $key->isBody,
            'body' => json_decode($row->data) ?? $row->data,
        ];
    }

    /** @return array<string, scalar> other programs may write anything */
    private static function metadata(FeedRow $row): array
    {
        $metadata = json_decode($row->metadata ?? '', true);

        return array_filter(is_array($metadata) ? $metadata : [], is_scalar(...));
    }
}
