<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** Parameters of a call of Commerce's REST API: read with their types, refused as Commerce does. */
final class Parameters
{
    /** @param array<mixed> $values */
    public function __construct(private readonly array $values, private readonly string $prefix = '')
    {
    }

    /** @throws InvalidParameter */
    public function text(string $name, ?string $default = null): string
    {
        $value = $this->values[$name] ?? $default;
        if ($value === null || ($value === '' && $default === null)) {
            throw InvalidParameter::missing($this->prefix . $name);
        }

        return is_string($value) ? $value : throw InvalidParameter::wrong($this->prefix . $name, 'string');
    }

    /** @throws InvalidParameter */
    public function number(string $name): ?int
    {
        $value = $this->values[$name] ?? null;

        return $value === null || is_int($value) ? $value : throw InvalidParameter::wrong($this->prefix . $name, 'int');
    }

    /**
     * @return list<string>
     * @throws InvalidParameter
     */
    public function texts(string $name, bool $required = false): array
    {
        $values = $this->values[$name] ?? ($required ? throw InvalidParameter::missing($this->prefix . $name) : []);
        if (!is_array($values) || !array_is_list($values) || array_filter($values, 'is_string') !== $values) {
            throw InvalidParameter::wrong($this->prefix . $name, 'string[]');
        }

        return $values;
    }

    /**
     * @return list<self>
     * @throws InvalidParameter
     */
    public function objects(string $name, bool $required = true): array
    {
        $values = $this->values[$name] ?? ($required ? throw InvalidParameter::missing($this->prefix . $name) : []);
        if (!is_array($values) || !array_is_list($values) || array_filter($values, 'is_array') !== $values) {
            throw InvalidParameter::wrong($this->prefix . $name, 'object[]');
        }

        return array_map(
            fn (array $value, int $index): self => new self($value, "{$this->prefix}$name.$index."),
            $values,
            array_keys($values),
        );
    }

    /**
     * @return list<array{store_code: string, value: string}>
     * @throws InvalidParameter
     */
    public function altTexts(string $name, bool $required): array
    {
        return array_map(static fn (self $text): array => [
            'store_code' => $text->text('store_code'),
            'value' => $text->text('value', ''),
        ], $this->objects($name, $required));
    }
}
