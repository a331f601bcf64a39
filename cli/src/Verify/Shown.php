<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

/** A product as the service shows it, of any types: nothing of it is trusted. */
final class Shown
{
    /** @param array<string, mixed> $view */
    public function __construct(private readonly array $view)
    {
    }

    public function sku(): string
    {
        return $this->text('sku') ?? '';
    }

    public function has(string $member): bool
    {
        return array_key_exists($member, $this->view);
    }

    /** Null when the member is no text. */
    public function text(string $member): ?string
    {
        $value = $this->view[$member] ?? null;

        return is_string($value) ? $value : null;
    }

    /** When the shown version was made, Unix time; null when that is not said. */
    public function modified(): ?int
    {
        $time = strtotime($this->text('lastModifiedAt') ?? '');

        return $time === false ? null : $time;
    }

    public function isSimple(): bool
    {
        return ($this->view['__typename'] ?? 'SimpleProductView') === 'SimpleProductView';
    }

    public function regularPrice(): ?float
    {
        $value = $this->view['price']['regular']['amount']['value'] ?? null;

        return is_int($value) || is_float($value) ? (float) $value : null;
    }

    /** @return list<string> the texts of one member of a list's entries */
    public function column(string $list, string $member): array
    {
        $entries = $this->view[$list] ?? null;
        $values = is_array($entries) ? array_column(array_filter($entries, is_array(...)), $member) : [];

        return array_values(array_filter($values, is_string(...)));
    }

    /** @return array<string, list<string>> values by code */
    public function attributes(): array
    {
        $attributes = [];
        $entries = is_array($this->view['attributes'] ?? null) ? $this->view['attributes'] : [];
        foreach ($entries as $entry) {
            if (is_array($entry) && is_string($entry['name'] ?? null)) {
                $values = array_filter((array) ($entry['value'] ?? []), is_scalar(...));
                $attributes[$entry['name']] = array_values(array_map(
                    static fn (mixed $value): string => is_bool($value) ? ($value ? 'true' : 'false') : (string) $value,
                    $values,
                ));
            }
        }

        return $attributes;
    }
}
