<?php

declare(strict_types=1);

namespace Aco\Stress\Assets;

use Aco\Bench\Reference\SkuMatcher;

/**
 * What has to be there after events, found the simple way: the events of an asset are replayed in the order of their
 * times.
 */
final class Model
{
    /**
     * @param list<array<string, mixed>> $events in any order
     * @return array<string, array<string, array{roles: list<string>, position: ?int, video: bool, altTexts: array}>> by
     *         SKU and asset id
     */
    public static function media(array $events): array
    {
        $lives = [];

        foreach ($events as $event) {
            $id = $event['data']['assetId'] ?? $event['assetId'];
            $lives[$id][self::key($event)] = $event;
        }

        $claims = [];
        $media = [];

        foreach ($lives as $id => $life) {
            ksort($life, SORT_STRING);
            $asset = (new SkuMatcher())->match(['assetId' => $id] + self::replay($life));
            foreach ($asset['assignments'] as $assignment) {
                foreach ($assignment['roles'] as $role) {
                    $claim = [array_key_last($life), $id];
                    $claims[$assignment['sku']][$role] = max($claims[$assignment['sku']][$role] ?? $claim, $claim);
                }

                $media[$assignment['sku']][$id] = [
                    'roles' => $assignment['roles'],
                    'position' => $assignment['position'],
                    'video' => $asset['video'],
                    'altTexts' => $asset['altTexts'],
                ];
            }
        }

        foreach ($media as $sku => $assets) {
            foreach ($assets as $id => $entry) {
                $media[$sku][$id]['roles'] = array_values(array_filter(
                    $entry['roles'],
                    static fn (string $role): bool => $claims[$sku][$role][1] === $id,
                ));
            }

            ksort($media[$sku]);
        }

        ksort($media);

        return $media;
    }

    /**
     * @param array<string, array<string, mixed>> $life
     * @return array{assetMetadata: array<string, mixed>, repositoryMetadata: array<string, mixed>}
     */
    private static function replay(array $life): array
    {
        $state = ['assetMetadata' => [], 'repositoryMetadata' => []];

        foreach ($life as $event) {
            if (str_ends_with($event['type'] ?? '', '.deleted')) {
                $state = ['assetMetadata' => [], 'repositoryMetadata' => []];
            } elseif (isset($event['data'])) {
                $state['assetMetadata'] = $event['data']['assetMetadata'] + $state['assetMetadata'];
                $state['repositoryMetadata'] = $event['data']['repositoryMetadata'] + $state['repositoryMetadata'];
            } else {
                $state = [
                    'assetMetadata' => $event['assetMetadata'],
                    'repositoryMetadata' => $event['repositoryMetadata'],
                ];
            }
        }

        return $state;
    }

    /** @param array<string, mixed> $event */
    private static function key(array $event): string
    {
        return (new \DateTimeImmutable($event['time']))->format('U.u') . ' ' . $event['id'];
    }
}
