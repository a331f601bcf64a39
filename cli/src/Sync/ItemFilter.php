<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\FeedRow;
use Aco\Feed;

/** The items that --by-ids asks for. */
final class ItemFilter
{
    private const FIELD = '/\G\s*+(?:"((?:[^"]++|"")*+)"\s*+|([^",][^,]*+)?)(?:,|$)/D';

    /** @var array<string, bool> whether an item was found, by wanted id */
    private array $wanted;

    /** @param list<string> $lists values of the option */
    private function __construct(
        private readonly string $member,
        private readonly bool $isEntity,
        array $lists,
    ) {
        $this->wanted = array_fill_keys(array_merge(...array_map(self::ids(...), $lists)), false);
        if ($this->wanted === []) {
            throw new CommandFailure('--by-ids is empty: give ids separated by commas.');
        }
    }

    /** @param list<string> $ids values of the option */
    public static function of(Feed $feed, array $ids, ?string $type): self
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

        return match (true) {
            is_string($value), is_int($value) => $this->find((string) $value),
            is_float($value) && is_finite($value) => $this->find(json_encode($value, JSON_THROW_ON_ERROR)),
            default => false,
        };
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

    /**
     * What a list names, as in CSV: `A, "B,C", "D "`. Blanks around an id are ignored, except in quotes.
     *
     * @return list<string>
     */
    private static function ids(string $list): array
    {
        $ids = [];
        $offset = 0;
        while (preg_match(self::FIELD, $list, $field, 0, $offset) === 1) {
            $id = ($field[1] ?? '') !== '' ? str_replace('""', '"', $field[1]) : trim($field[2] ?? '');
            if ($id !== '') {
                $ids[] = $id;
            }

            $offset += strlen($field[0]);
            if ($offset === strlen($list)) {
                return $ids;
            }
        }

        throw new CommandFailure(
            '--by-ids: an id that starts with a quote must end with one, and quotes inside it are doubled: '
            . '--by-ids=\'"A,B","6"""\'.'
        );
    }

    private function find(string $id): bool
    {
        return isset($this->wanted[$id]) && ($this->wanted[$id] = true);
    }
}
