<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/**
 * The metadata of an asset according to its events, in whatever order they arrive: each property has the value of the
 * latest event that named it, and those older than the latest complete picture, or than the deletion, are gone.
 */
final class AssetState
{
    /** Depth that items may have, plus the levels around their values here. */
    private const MAX_LEVELS = 512 + 8;

    /** Fits into a statement of MariaDB, whose max_allowed_packet is 16 MiB by default. */
    public const MAX_BYTES = 8 << 20;

    /** What an asset that AEM does not list is given as its status. */
    public const NOT_LISTED = 'not listed by AEM';
    private const STATUS = 'dam:status';

    /** Lower than the key of any event, which begins with a year. */
    private const ASSUMED = '0';

    /** @var array<string, array{0: string, 1?: mixed}> event key and value by property; no value: it was removed */
    private array $values = [];
    /** Key of the latest complete picture or deletion. */
    private string $base = '';
    /** Key of the latest event. */
    private string $latest = '';

    public static function fromJson(string $json): self
    {
        $stored = json_decode($json, true, self::MAX_LEVELS, JSON_THROW_ON_ERROR);
        $state = new self();
        $state->base = $stored['base'];
        $state->latest = $stored['latest'];
        $state->values = $stored['values'];

        return $state;
    }

    public function toJson(): string
    {
        return json_encode(
            ['base' => $this->base, 'latest' => $this->latest, 'values' => $this->values ?: new \stdClass()],
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
                | JSON_PRESERVE_ZERO_FRACTION,
            self::MAX_LEVELS,
        );
    }

    /** Whether it is more than can be stored. */
    public function isTooLarge(): bool
    {
        return strlen($this->toJson()) > self::MAX_BYTES;
    }

    /** False when the event changes nothing: it came before, or later ones have overtaken all of it. */
    public function merge(AssetEvent $event): bool
    {
        $changed = $event->key > $this->latest;
        if ($changed) {
            $this->latest = $event->key;
        }
        if ($event->key <= $this->base) {
            return $changed;
        }

        if ($event->kind !== EventKind::Changed) {
            $this->base = $event->key;
            $this->values = array_filter($this->values, static fn (array $value): bool => $value[0] > $event->key);
            $changed = true;
        }

        $entries = array_map(static fn (mixed $value): array => [$event->key, $value], $event->properties);
        foreach (array_fill_keys($event->removed, [$event->key]) + $entries as $name => $entry) {
            if ($event->key > ($this->values[$name][0] ?? '')) {
                $this->values[$name] = $entry;
                $changed = true;
            }
        }

        return $changed;
    }

    /** AEM lists an asset again that it had not listed: its status counts, whatever time it has. */
    public function listed(AssetEvent $event): bool
    {
        if (($this->values[self::STATUS][1] ?? null) !== self::NOT_LISTED || $event->kind !== EventKind::Complete
            || !isset($event->properties[self::STATUS])) {
            return false;
        }

        $this->values[self::STATUS] = [$event->key, $event->properties[self::STATUS]];
        $this->latest = max($this->base, $event->key, ...array_column($this->values, 0));

        return true;
    }

    /**
     * Takes properties for given until an event names them.
     *
     * @param array<string, mixed> $properties
     */
    public function assume(array $properties): void
    {
        foreach ($properties as $name => $value) {
            $this->values[$name] ??= [self::ASSUMED, $value];
        }
    }

    public function isEmpty(): bool
    {
        return $this->values === [];
    }

    /** The later of two assets has the higher one. */
    public function latest(): string
    {
        return $this->latest;
    }

    /** @return array<string, mixed> */
    public function properties(): array
    {
        return array_map(
            static fn (array $value): mixed => $value[1],
            array_filter($this->values, static fn (array $value): bool => array_key_exists(1, $value)),
        );
    }
}
