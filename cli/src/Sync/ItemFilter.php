<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\FeedRow;
use Aco\Feed;

/** The items that --by-ids asks for. */
final class ItemFilter
{
    /** @var array<string, bool> whether an item was found, by wanted id */
    private array $wanted;

    private function __construct(
        private readonly string $member,
        private readonly bool $isEntity,
        string $ids,
    ) {
        $this->wanted = array_fill_keys(
            array_filter(array_map('trim', explode(',', $ids)), static fn (string $id): bool => $id !== ''),
            false,
        );
        if ($this->wanted === []) {
            throw new CommandFailure('--by-ids names no item: give ids separated by commas.');
        }
    }

    public static function of(Feed $feed, string $ids, ?string $type): self
    {
        $profile = FeedProfile::of($feed);
        $types = [$profile->code, $profile->entity];
        if ($type !== null && !in_array($type, $types, true)) {
            throw new CommandFailure("For {$feed->value} --id-type must be " . implode(' or ', $types) . '.');
        }

        return new self($type ?? $types[0], $type === $types[1], $ids);
    }

    /** @param array<string, mixed> $item */
    public function takes(array $item): bool
    {
        $value = $item[$this->member] ?? null;

        return is_scalar($value) && $this->find((string) $value);
    }

    public function takesRow(Feed $feed, FeedRow $row): bool
    {
        return $this->find($this->isEntity
            ? (string) $row->sourceEntityId
            : StoredKey::of(FeedProfile::of($feed), $row->data)->code());
    }

    /** @return list<string> ids that no item had */
    public function missing(): array
    {
        return array_map('strval', array_keys($this->wanted, false, true));
    }

    private function find(string $id): bool
    {
        return isset($this->wanted[$id]) && ($this->wanted[$id] = true);
    }
}
