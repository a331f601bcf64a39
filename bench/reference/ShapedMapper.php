<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/** Items that have the shape of bodies: attributes of categories, and product layers. */
final class ShapedMapper implements Mapper
{
    /** Texts are null, lists of texts [null], objects their members, lists of objects [members]; "!" means required. */
    private const CATEGORY_ATTRIBUTE = ['label!' => null, 'dataType!' => null];
    private const PRODUCT_LAYER = [
        'name' => null,
        'description' => null,
        'shortDescription' => null,
        'metaTags' => ['title' => null, 'description' => null, 'keywords' => [null]],
        'attributes' => [['code!' => null, 'values!' => [null], 'variantReferenceId' => null]],
        'images' => [['url!' => null, 'label' => null, 'roles' => [null], 'customRoles' => [null]]],
        'links' => [['type!' => null, 'sku!' => null]],
        'externalIds' => [['id!' => null, 'origin!' => null]],
    ];

    public function __construct(private readonly bool $isLayer, private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $key = $this->isLayer ? 'sku' : 'code';
        $code = Value::required($item[$key] ?? null, $key);
        $source = Value::array($item['source'] ?? Value::required(null, 'source'), 'source');
        $layer = $this->isLayer ? Value::required($source['layer'] ?? null, 'source.layer') : '';
        $locale = $this->isLayer
            ? Value::text($source['locale'] ?? '', 'source.locale')
            : Value::required($source['locale'] ?? null, 'source.locale');
        $source = ($locale === '' ? [] : ['locale' => $locale]) + ($this->isLayer ? ['layer' => $layer] : []);
        $body = [$key => $code, 'source' => $source];

        $feed = $this->isLayer ? 'productLayers' : 'categoryAttributes';
        $identity = $this->isLayer ? "$code\0$layer\0$locale" : "$code\0$locale";
        if (Value::flag($item['deleted'] ?? false, 'deleted') || $this->scopes?->isStoreViewDisabled($locale)) {
            return new Document($feed, $identity, $body, true);
        }

        $schema = $this->isLayer ? self::PRODUCT_LAYER : self::CATEGORY_ATTRIBUTE;

        return new Document($feed, $identity, $body + self::members($item, $schema, ''), false);
    }

    /**
     * @param array<mixed> $fields
     * @param array<string, mixed> $schema
     * @return array<string, mixed>
     */
    private static function members(array $fields, array $schema, string $path): array
    {
        $members = [];
        foreach ($schema as $name => $type) {
            $isRequired = str_ends_with($name, '!');
            $name = rtrim($name, '!');
            $value = $fields[$name] ?? null;
            if ($value === null && !$isRequired) {
                continue;
            }

            $value = self::value($value, $type, $path . $name, $isRequired);
            if ($value !== [] || $isRequired) {
                $members[$name] = $value;
            }
        }

        return $members;
    }

    private static function value(mixed $value, mixed $type, string $path, bool $isRequired): mixed
    {
        if ($isRequired && ($type === null || $value === null)) {
            return Value::required($value, $path);
        }
        if ($type === null) {
            return Value::text($value, $path);
        }
        if (!array_is_list($type)) {
            return self::members(Value::array($value, $path), $type, "$path.");
        }

        $list = [];
        foreach (Value::list($value, $path) as $i => $entry) {
            if ($entry !== null) {
                $list[] = self::value($entry, $type[0], "$path.$i", false);
            }
        }

        return $list;
    }
}
