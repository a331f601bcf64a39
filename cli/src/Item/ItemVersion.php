<?php

declare(strict_types=1);

namespace Aco\Cli\Item;

use Aco\Cli\Report\ItemFacts;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;

/** An item of one feed in one store view or website: its row, and what a source has. */
final class ItemVersion
{
    public ?SourceItem $source = null;
    /** Null when no source was searched for it. */
    public ?string $sourceName = null;

    public function __construct(
        public readonly Feed $feed,
        /** Null for an item that was never synced. */
        public readonly ?FeedRow $row,
    ) {
    }

    public function label(): string
    {
        $payload = $this->row->data ?? $this->source->candidate->deleteBody ?? '';

        return StoredKey::of(FeedProfile::of($this->feed), $payload)->label();
    }

    /** What the next sync with the source does; null without a source. */
    public function nextSync(): ?string
    {
        return match (true) {
            $this->source !== null => $this->source->sentence($this->row),
            $this->sourceName === null || $this->row === null => null,
            !Status::isFinal($this->row->status) => 'send what the table holds: the source does not hold it',
            $this->row->deleted => 'nothing: it is deleted, and the source does not hold it',
            default => 'nothing: the source does not hold it; sync --full deletes it',
        };
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return ($this->row === null
            ? ['feed' => $this->feed->value, 'item' => $this->label(), 'state' => 'unknown']
            : ItemFacts::all($this->feed, $this->row))
            + ['source' => $this->source?->data($this->row)
                ?? ($this->sourceName === null ? null : ['nextSync' => $this->nextSync()])];
    }
}
