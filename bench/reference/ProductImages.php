<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * The images of a product that have an address, by sort order.
 */
final class ProductImages
{
    private const ROLES = [
        'image' => 'BASE',
        'small_image' => 'SMALL',
        'thumbnail' => 'THUMBNAIL',
        'swatch_image' => 'SWATCH',
    ];

    /**
     * @return list<array<string, mixed>>
     */
    public static function of(mixed $source): array
    {
        $source = is_array($source) && array_is_list($source) ? $source : Value::list($source, 'images');
        $urls = [];
        $order = [];

        foreach ($source as $i => $entry) {
            if ($entry === null) {
                continue;
            }

            $entry = is_array($entry) ? $entry : Value::array($entry, "images.$i");
            $resource = $entry['resource'] ?? [];
            $resource = is_array($resource) ? $resource : Value::array($resource, "images.$i.resource");
            $url = $resource['url'] ?? '';
            if (!is_string($url)) {
                $url = Value::text($url, "images.$i.resource.url");
            }

            if ($url !== '') {
                $urls[$i] = $url;
                $position = $entry['sortOrder'] ?? 0;
                $order[$i] = is_int($position) || (is_string($position) && (string) (int) $position === $position)
                    ? (int) $position
                    : Value::integer($position, "images.$i.sortOrder");
            }
        }

        if (count($order) > 1) {
            asort($order);
        }

        $images = [];

        foreach ($order as $i => $_) {
            $resource = $source[$i]['resource'];
            $image = ['url' => $urls[$i]];

            if (isset($resource['label'])) {
                $label = $resource['label'];
                $image['label'] = is_string($label) ? $label : Value::text($label, "images.$i.resource.label");
            }

            if (isset($resource['roles'])) {
                [$known, $custom] = self::roles($resource['roles'], $i);
                if ($known !== []) {
                    $image['roles'] = $known;
                }
                if ($custom !== []) {
                    $image['customRoles'] = $custom;
                }
            }

            $images[] = $image;
        }

        return $images;
    }

    /**
     * @return array{list<string>, list<string>} roles and custom roles
     */
    private static function roles(mixed $source, int $i): array
    {
        $known = [];
        $custom = [];

        if (!is_array($source) || !array_is_list($source)) {
            $source = Value::list($source, "images.$i.resource.roles");
        }

        foreach ($source as $n => $role) {
            if ($role === null) {
                continue;
            }
            if (!is_string($role)) {
                $role = Value::text($role, "images.$i.resource.roles.$n");
            }

            if (isset(self::ROLES[$role])) {
                $known[] = self::ROLES[$role];
            } else {
                $custom[] = $role;
            }
        }

        return [$known, $custom];
    }
}
