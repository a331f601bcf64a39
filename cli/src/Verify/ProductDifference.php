<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

/** Compares the document of a product with what is shown of it. */
final class ProductDifference
{
    private const MAX_DIFFERENCES = 50;
    /** Words that the service may show a yes or no as. */
    private const BOOLEANS = ['true' => '1', 'yes' => '1', 'false' => '0', 'no' => '0'];

    /** @var list<array{field: string, sent: mixed, shown: mixed}> */
    private array $found = [];

    /** @param list<Field> $fields */
    private function __construct(private readonly array $fields, private readonly bool $needsAttributes)
    {
    }

    /**
     * @param array<string, mixed> $sent the document
     * @param list<Field> $fields
     * @param bool $needsAttributes whether every attribute has to be shown, else only those that are shown are compared
     * @return list<array{field: string, sent: mixed, shown: mixed}>
     */
    public static function of(array $sent, Shown $shown, array $fields, bool $needsAttributes): array
    {
        $difference = new self($fields, $needsAttributes);
        $difference->compare($sent, $shown);

        return array_slice($difference->found, 0, self::MAX_DIFFERENCES);
    }

    /** @return list<array{field: string, sent: mixed, shown: mixed}> */
    public static function ofPrice(float $sent, Shown $shown, string $book): array
    {
        $price = $shown->regularPrice();

        return !$shown->isSimple() || ($price !== null && abs($price - $sent) < 0.005)
            ? []
            : [['field' => Field::Price->value . " in $book", 'sent' => $sent, 'shown' => $price]];
    }

    /** @param array<string, mixed> $sent */
    private function compare(array $sent, Shown $shown): void
    {
        $this->text(Field::Name, 'name', $sent['name'] ?? '', $shown, 'name');
        $this->text(Field::Slug, 'slug', $sent['slug'] ?? '', $shown, 'urlKey');
        $this->text(Field::Description, 'description', $sent['description'] ?? '', $shown, 'description');
        $this->text(
            Field::ShortDescription,
            'shortDescription',
            $sent['shortDescription'] ?? '',
            $shown,
            'shortDescription',
        );

        // Where none are sent, the service may make its own.
        foreach (['title' => 'metaTitle', 'description' => 'metaDescription'] as $tag => $member) {
            if (isset($sent['metaTags'][$tag])) {
                $this->text(Field::MetaTags, "metaTags.$tag", $sent['metaTags'][$tag], $shown, $member);
            }
        }

        if ($this->compares(Field::Visibility) && ($shown->text('visibility') ?? '') !== '') {
            $places = preg_split('/\s*,\s*/', strtoupper((string) $shown->text('visibility')));
            $this->set('visibleIn', $sent['visibleIn'] ?? [], $places ?: []);
        }

        $this->lists($sent, $shown);
    }

    /** @param array<string, mixed> $sent */
    private function lists(array $sent, Shown $shown): void
    {
        if ($this->compares(Field::Attributes) && $shown->has('attributes')) {
            $this->attributes($sent['attributes'] ?? [], $shown->attributes());
        }

        if ($this->compares(Field::Images) && $shown->has('images')) {
            // More may be shown than was sent: other systems add theirs.
            $urls = array_map(self::address(...), $shown->column('images', 'url'));
            foreach (array_column($sent['images'] ?? [], 'url') as $url) {
                if (!in_array(self::address($url), $urls, true)) {
                    $this->add('images', $url, null);
                }
            }
        }

        if ($this->compares(Field::Categories) && $shown->has('categories')) {
            $paths = array_map(
                static fn (string $path): string => rtrim($path, '/'),
                array_column($sent['routes'] ?? [], 'path'),
            );
            $this->set('categories', $paths, $shown->column('categories', 'slug'));
        }
    }

    /**
     * @param list<array{code: string, values: list<string>}> $sent
     * @param array<string, list<string>> $shown
     */
    private function attributes(array $sent, array $shown): void
    {
        foreach ($sent as $attribute) {
            $code = $attribute['code'];
            $isOwn = str_starts_with($code, 'aco_ac_');
            if (!isset($shown[$code]) && (!$this->needsAttributes || $isOwn || $attribute['values'] === [])) {
                continue;
            }

            $values = array_map(self::value(...), $attribute['values']);
            $others = array_map(self::value(...), $shown[$code] ?? []);
            sort($values);
            sort($others);
            if ($values !== $others) {
                $this->add("attributes.$code", $attribute['values'], $shown[$code] ?? null);
            }
        }
    }

    private function text(Field $field, string $name, mixed $sent, Shown $shown, string $member): void
    {
        if ($this->compares($field) && $shown->has($member)) {
            $text = $shown->text($member) ?? '';
            if (trim((string) $sent) !== trim($text)) {
                $this->add($name, $sent, $shown->text($member));
            }
        }
    }

    /**
     * @param list<string> $sent
     * @param list<string> $shown
     */
    private function set(string $name, array $sent, array $shown): void
    {
        $shown = array_values(array_unique(array_filter($shown, static fn (string $value): bool => $value !== '')));
        if (array_diff($sent, $shown) !== [] || array_diff($shown, $sent) !== []) {
            $this->add($name, $sent, $shown);
        }
    }

    private function add(string $field, mixed $sent, mixed $shown): void
    {
        $this->found[] = ['field' => $field, 'sent' => $sent, 'shown' => $shown];
    }

    private function compares(Field $field): bool
    {
        return in_array($field, $this->fields, true);
    }

    /** Without its scheme and parameters, which services that deliver images choose themselves. */
    private static function address(string $url): string
    {
        return (string) preg_replace('~^(?:https?:)?//|\?.*$~s', '', $url);
    }

    private static function value(string $value): string
    {
        $value = trim($value);
        $word = self::BOOLEANS[strtolower($value)] ?? null;

        return $word ?? (is_numeric($value) ? (string) (float) $value : $value);
    }
}
