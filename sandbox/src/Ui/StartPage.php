<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Sandbox\Assets\AssetsPages;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Experience\EventPages;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Overview;
use Aco\Sandbox\Settings;

/** The page at "/": what the sandbox holds and what it was asked. */
final class StartPage
{
    public function __construct(
        private readonly Settings $settings,
        private readonly Overview $overview,
        private readonly EventPages $events,
        private readonly string $baseUrl,
    ) {
    }

    public function render(): Response
    {
        $state = $this->overview->collect();

        return Layout::page(
            200,
            'Catalog sandbox',
            $this->facts()
            . '<h2>Entities</h2>' . self::entities($state['entities'])
            . '<h2>Events</h2>' . $this->events->summary()
            . '<h2>Assets</h2>' . self::assets($state['assets'])
            . '<h2>Requests</h2>' . self::requests($state['requests'])
            . '<h2>Last errors</h2>' . ErrorTable::render($state['errors'])
            . '<nav><a href="/api/state">State as JSON</a><a href="/api/faults">Faults as JSON</a></nav>',
        );
    }

    private function facts(): string
    {
        $html = '<dl>';
        $facts = [
            'Ingestion URL' => $this->baseUrl . '/' . $this->settings->tenant->id,
            'Tenant' => $this->settings->tenant->id,
            'Organization' => $this->settings->tenant->orgId,
            'Client id' => $this->settings->tenant->clientId,
        ];

        foreach ($facts as $name => $value) {
            $html .= sprintf('<dt>%s</dt><dd><code>%s</code></dd>', Layout::escape($name), Layout::escape($value));
        }

        return $html . '</dl>';
    }

    /** @param array<string, array<string, mixed>> $entities */
    private static function entities(array $entities): string
    {
        $rows = [];

        foreach (EntityKind::cases() as $kind) {
            $state = $entities[$kind->value];
            $path = '/browse/' . $kind->value;
            $groups = [];

            foreach ((array) ($state['bySource'] ?? $state['byPriceBook'] ?? []) as $scope => $count) {
                $groups[] = Layout::link($path, ['source' => $scope], $scope === '' ? '(all)' : (string) $scope)
                    . ' ' . $count;
            }

            $rows[] = [
                Layout::link($path, [], $kind->title()),
                (string) $state['total'],
                implode(' &nbsp; ', $groups),
            ];
        }

        return Layout::table(['Kind', 'Total', 'By catalog source or price book'], $rows, [1]);
    }

    /** @param array<string, int> $counts */
    private static function assets(array $counts): string
    {
        return Layout::table(['', 'Total', 'Of these'], [
            [
                Layout::link(AssetsPages::MEDIA_PATH, [], 'Assignments'),
                (string) $counts['media'],
                "{$counts['images']} images, {$counts['videos']} videos; {$counts['assets']} assets, {$counts['products']} products",
            ],
            [Layout::link(AssetsPages::TENANTS_PATH, [], 'Registrations'), (string) $counts['tenants'], ''],
        ], [1]);
    }

    /** @param array<string, mixed> $requests */
    private static function requests(array $requests): string
    {
        $rows = [];

        foreach ((array) $requests['byEndpoint'] as $endpoint => $count) {
            $rows[] = ['<code>' . Layout::escape($endpoint) . '</code>', (string) $count];
        }

        $statuses = [];

        foreach ((array) $requests['byStatus'] as $status => $count) {
            $statuses[] = Layout::escape($status) . ': ' . $count;
        }

        return sprintf('<p>%d requests, %d items accepted.', $requests['total'], $requests['acceptedItems'])
            . ($statuses === [] ? '' : ' Answers by status: ' . implode(', ', $statuses) . '.') . '</p>'
            . ($rows === [] ? '' : Layout::table(['Endpoint', 'Requests'], $rows, [1]));
    }
}
