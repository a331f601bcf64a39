<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class CategoryMapper implements Mapper
{
    public function __construct(private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $slug = $item['urlPath'] ?? null;
        if ($slug === '') {
            return null;
        }

        if (!is_string($slug)) {
            $slug = Value::required($slug, 'urlPath');
        }

        $storeView = $item['storeViewCode'] ?? null;
        if (!is_string($storeView) || $storeView === '') {
            $storeView = Value::required($storeView, 'storeViewCode');
        }

        $identity = "$slug\0$storeView";
        $body = ['slug' => $slug, 'source' => ['locale' => $storeView]];
        $deleted = $item['deleted'] ?? false;
        if (!is_bool($deleted)) {
            $deleted = Value::flag($deleted, 'deleted');
        }
        if ($deleted || $this->scopes?->isStoreViewDisabled($storeView)) {
            return new Document('categories', $identity, $body, true);
        }

        $name = $item['name'] ?? null;
        if (!is_string($name) || $name === '') {
            $name = Value::required($name, 'name');
        }

        $isActive = $item['isActive'] ?? false;
        if (!is_bool($isActive)) {
            $isActive = Value::flag($isActive, 'isActive');
        }

        $isInMenu = $item['includeInMenu'] ?? false;
        if (!is_bool($isInMenu)) {
            $isInMenu = Value::flag($isInMenu, 'includeInMenu');
        }

        $image = $item['image'] ?? '';
        if (!is_string($image)) {
            $image = Value::text($image, 'image');
        }

        $body['name'] = $name;

        if (isset($item['description'])) {
            $text = $item['description'];
            $body['description'] = is_string($text) ? $text : Value::text($text, 'description');
        }

        $body['families'] = $isActive && $isInMenu ? ['top_menu'] : [];
        $metaTags = MetaTags::of($item, 'metaKeywords');
        if ($metaTags !== []) {
            $body['metaTags'] = $metaTags;
        }
        if ($image !== '') {
            $body['images'] = [['url' => $image, 'roles' => ['BASE']]];
        }
        if (isset($item['position'])) {
            $position = $item['position'];
            $body['position'] = is_int($position) ? $position : Value::integer($position, 'position');
        }
        if (isset($item['attributes'])) {
            $attributes = self::attributes(Value::list($item['attributes'], 'attributes'));
            $body += $attributes === [] ? [] : ['attributes' => $attributes];
        }

        return new Document('categories', $identity, $body, false);
    }

    /**
     * By code.
     *
     * @param list<mixed> $source
     * @return list<array{code: string, values: list<string>}>
     */
    private static function attributes(array $source): array
    {
        $codes = [];
        foreach ($source as $i => $entry) {
            if ($entry !== null) {
                $code = Value::array($entry, "attributes.$i")['attributeCode'] ?? '';
                $codes[$i] = Value::text($code, "attributes.$i.attributeCode");
            }
        }

        $attributes = [];
        asort($codes, SORT_STRING);
        foreach (array_filter($codes, static fn (string $code): bool => $code !== '') as $i => $code) {
            $attributes[] = ['code' => $code, 'values' => ProductAttributes::values($source[$i]['value'] ?? [], $i)];
        }

        return $attributes;
    }
}
