<?php

declare(strict_types=1);

namespace Aco\Bench\Assets;

/**
 * Events of assets as an author's work makes them: approvals and rejections, changes of one property or of all,
 * deletions, several SKUs an asset, several assets that claim one role, products that come and go. They arrive late, in
 * another order, and some of them twice.
 */
final class Events
{
    private const ROLES = ['image', 'small_image', 'thumbnail', 'swatch_image', 'hero'];
    /** How far an event may be from its place. */
    private const DISORDER = 500;
    private const REPEATED = 0.05;
    private const START = 1_750_000_000;

    public function __construct(
        private readonly int $count,
        private readonly int $seed,
        private readonly int $assets,
        private readonly int $products,
    ) {
    }

    /**
     * @return list<array<string, mixed>> in the order of their arrival
     */
    public function all(): array
    {
        mt_srand($this->seed);
        $events = [];

        for ($i = 0; $i < $this->count * (1 - self::REPEATED); $i++) {
            $events[] = $this->event($i);
        }

        while (count($events) < $this->count) {
            $events[] = $events[mt_rand(0, count($events) - 1)];
        }

        $places = [];

        foreach (array_keys($events) as $i) {
            $places[] = $i + mt_rand(0, self::DISORDER);
        }

        array_multisort($places, $events);

        return $events;
    }

    /** @return array<string, mixed> */
    private function event(int $number): array
    {
        $event = [
            'specversion' => '1.0',
            'id' => sprintf('event-%d', $number),
            'source' => 'acct:aem-p100-e200@adobe.com',
            'type' => 'aem.assets.asset.metadata_updated',
            // Two of three have a time of their own.
            'time' => gmdate('Y-m-d\TH:i:s', self::START + intdiv($number, 3))
                . sprintf('.%d+00:00', $number % 3 === 0 ? 0 : 5),
            'data' => [
                'assetId' => 'urn:aaid:aem:' . sprintf('%08x', mt_rand(0, $this->assets - 1)),
                'repositoryMetadata' => ['dc:format' => 'image/png', 'repo:size' => '12345'],
                'assetMetadata' => [],
            ],
        ];

        $kind = mt_rand(0, 99);

        if ($kind < 4) {
            $event['type'] = 'aem.assets.asset.deleted';
            unset($event['data']['assetMetadata'], $event['data']['repositoryMetadata']);
        } elseif ($kind < 45) {
            $event['data']['assetMetadata'] = $this->metadata();
            $event['data']['repositoryMetadata']['dc:format'] = mt_rand(0, 9) === 0 ? 'video/mp4' : 'image/png';
        } elseif ($kind < 55) {
            $event['data']['assetMetadata'] = ['dam:status' => mt_rand(0, 2) ? 'approved' : 'rejected'];
        } elseif ($kind < 60) {
            $event['data']['assetMetadata'] = ['commerce:isCommerce' => mt_rand(0, 3) ? 'yes' : 'no'];
        } elseif ($kind < 95) {
            $metadata = $this->metadata();
            unset($metadata['dam:status'], $metadata['commerce:isCommerce']);
            $names = array_rand($metadata, mt_rand(1, 3));
            $event['data']['assetMetadata'] = array_intersect_key($metadata, array_flip((array) $names)) + [
                'dc:title' => 'x',
            ];
        } else {
            // The whole asset, as an export has it.
            return ['time' => $event['time'], 'id' => $event['id'], 'assetId' => $event['data']['assetId'],
                'assetMetadata' => $this->metadata(), 'repositoryMetadata' => ['dc:format' => 'image/png']];
        }

        return $event;
    }

    /** @return array<string, mixed> */
    private function metadata(): array
    {
        $skus = [];
        $roles = [];
        $positions = [];

        for ($i = mt_rand(0, 3) ? mt_rand(1, 4) : mt_rand(0, 12); $i > 0; $i--) {
            $skus[] = sprintf('SKU-%d', mt_rand(0, $this->products - 1));
            $roles[] = implode(mt_rand(0, 1) ? ';' : '; ', (array) array_rand(array_flip(self::ROLES), mt_rand(1, 3)));
            $positions[] = mt_rand(-1, 9);
        }

        $texts = mt_rand(0, 3) === 0 ? ['default', 'de', 'fr'] : [];

        return [
            'commerce:isCommerce' => mt_rand(0, 9) ? 'Yes' : 'no',
            'dam:status' => mt_rand(0, 4) ? 'approved' : 'rejected',
            'commerce:skus' => count($skus) === 1 && mt_rand(0, 1) ? $skus[0] : $skus,
            'commerce:roles' => mt_rand(0, 3) ? $roles : array_slice($roles, 1),
            'commerce:positions' => $positions,
            'commerce:altTextStoreViews' => $texts,
            'commerce:altTextValues' => array_map(
                static fn (string $code): string => "text $code " . mt_rand(0, 3),
                $texts,
            ),
        ];
    }
}
