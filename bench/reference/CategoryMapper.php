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

        $slug = Value::required($slug, 'urlPath');
        $storeView = Value::required($item['storeViewCode'] ?? null, 'storeViewCode');

        $identity = "$slug\0$storeView";
        $body = ['slug' => $slug, 'source' => ['locale' => $storeView]];
        $deleted = isset($item['deleted']) && Value::flag($item['deleted'], 'deleted');
        if ($deleted || $this->scopes?->isStoreViewDisabled($storeView)) {
            return Document::of('categories', $identity, $body, true);
        }

        $name = Value::required($item['name'] ?? null, 'name');
        $isActive = isset($item['isActive']) && Value::flag($item['isActive'], 'isActive');
        $isInMenu = isset($item['includeInMenu']) && Value::flag($item['includeInMenu'], 'includeInMenu');
        $image = isset($item['image']) ? Value::text($item['image'], 'image') : '';

        $body['name'] = $name;

        if (isset($item['description'])) {
            $body['description'] = Value::text($item['description'], 'description');
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
            $body['position'] = Value::integer($item['position'], 'position');
        }

        return Document::of('categories', $identity, $body, false);
    }
}
