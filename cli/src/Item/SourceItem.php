<?php

declare(strict_types=1);

namespace Aco\Cli\Item;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\Status;
use Aco\Cli\Store\StoredHash;
use Aco\Cli\Store\StoredItem;
use Aco\Cli\Sync\Candidate;
use Aco\Cli\Sync\Comparison;
use Aco\Cli\Sync\Decision;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;

/** An item as a source has it, beside its row: what the next sync would do. */
final class SourceItem
{
    public readonly Decision $decision;
    /** Null where one of the two has no body. */
    public readonly ?JsonDifference $difference;

    public function __construct(Feed $feed, public readonly Candidate $candidate, ?FeedRow $row)
    {
        $this->decision = Comparison::of($candidate, $row === null ? null : self::stored($row), false, false)->decision;

        $hasBodies = $row !== null && $candidate->document !== null && !$candidate->document->deleted
            && StoredKey::of(FeedProfile::of($feed), $row->data)->isBody;
        $this->difference = $hasBodies ? JsonDifference::between($row->data, (string) $candidate->document) : null;
    }

    /** What the next sync with this source does with the item. */
    public function sentence(?FeedRow $row): string
    {
        return match ($this->decision) {
            Decision::Skip => 'nothing: its website or store view is disabled',
            Decision::Unchanged => $row?->status === Status::REJECTED
                ? 'nothing: it has not changed since it was rejected'
                : 'nothing: it has not changed since it was delivered',
            Decision::Reject => 'nothing: it is refused',
            Decision::Delete => $this->candidate->isSwitchedOff
                ? 'delete it, as its website or store view is disabled'
                : 'delete it',
            Decision::Send => match (true) {
                $row === null => 'send it for the first time',
                $row->hash === $this->candidate->hash() => 'send it again, as it was not delivered',
                $row->hash === StoredHash::TO_SEND_AGAIN => 'send it again, as resync has asked for it',
                default => 'send it, as it has changed',
            },
        };
    }

    /** @return array<string, mixed> */
    public function data(?FeedRow $row): array
    {
        $document = $this->candidate->document;

        return [
            'nextSync' => $this->sentence($row),
            'hash' => $document?->hash,
            'field' => $this->candidate->refusal?->field,
            'message' => $this->candidate->refusal?->message,
            'body' => $document === null ? null : json_decode((string) $document),
            'difference' => $this->difference?->changes,
            'otherDifferences' => $this->difference->others ?? 0,
        ];
    }

    private static function stored(FeedRow $row): StoredItem
    {
        return new StoredItem($row->hash, $row->status, (int) $row->id, null, $row->sourceEntityId, $row->deleted);
    }
}
