<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Report\Cell;
use Aco\Cli\Report\Html;
use Aco\Sandbox\Assets\AssetsPages;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Store;
use Aco\Sandbox\Experience\EventPages;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Overview;
use Aco\Sandbox\Settings;

/** The page at "/": what the sandbox holds and what it was asked. */
final class StartPage
{
    public function __construct(
        private readonly Settings $settings,
        private readonly Store $store,
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
            . $this->catalog()
            . '<h2>Events</h2>' . $this->events->summary()
            . '<h2>Assets</h2>' . self::assets($state['assets'])
            . '<h2>Requests</h2>' . self::requests($state['requests'])
            . '<h2>Last errors</h2>' . ErrorTable::render($state['errors'])
            . '<nav><a href="/api/state">State as JSON</a><a href="/api/faults">Faults as JSON</a></nav>',
        );
    }

    private function facts(): string
    {
        $html = '<dl class="facts">';
        $facts = [
            'Ingestion URL' => $this->baseUrl . '/' . $this->settings->tenant->id,
            'Tenant' => $this->settings->tenant->id,
            'Organization' => $this->settings->tenant->orgId,
            'Client id' => $this->settings->tenant->clientId,
        ];

        foreach ($facts as $name => $value) {
            $html .= sprintf('<div><dt>%s</dt><dd><code>%s</code></dd></div>', Html::text($name), Html::address($value));
        }

        return $html . '</dl>';
    }

    private function catalog(): string
    {
        $charts = new ArrivalCharts($this->store->arrivals);
        $held = [];

        foreach (EntityKind::cases() as $kind) {
            $held[$kind->value] = $this->store->countByScope($kind);
        }

        // Those with entities first.
        $held = array_filter($held) + $held;
        $cards = '';

        foreach ($held as $kind => $counts) {
            $cards .= $charts->card(EntityKind::from($kind), $counts);
        }

        $days = $charts->days();

        return '<h2>Catalog</h2>'
            . ($days === '' ? '' : "<p class=\"soft\">What arrived, by source or price book, $days.</p>")
            . "<div class=\"charts\">$cards</div>";
    }

    /** @param array<string, int> $counts */
    private static function assets(array $counts): string
    {
        return Html::table(['', 'Total', 'Of these'], [
            [
                Cell::heading(Html::link(AssetsPages::MEDIA_PATH, [], 'Assignments')),
                Cell::number($counts['media']),
                Cell::text(sprintf(
                    '%s images, %s videos; %s assets, %s products',
                    ...array_map(
                        static fn (string $name): string => number_format($counts[$name]),
                        ['images', 'videos', 'assets', 'products'],
                    ),
                ), 'long'),
            ],
            [
                Cell::heading(Html::link(AssetsPages::TENANTS_PATH, [], 'Registrations')),
                Cell::number($counts['tenants']),
                Cell::text(''),
            ],
        ]);
    }

    /** @param array<string, mixed> $requests */
    private static function requests(array $requests): string
    {
        $rows = [];

        foreach ((array) $requests['byEndpoint'] as $endpoint => $count) {
            $rows[] = [Cell::code((string) $endpoint), Cell::number($count)];
        }

        $statuses = [];

        foreach ((array) $requests['byStatus'] as $status => $count) {
            $statuses[] = Html::text($status) . ': ' . number_format($count);
        }

        return sprintf(
            '<p>%s requests, %s items accepted.',
            number_format($requests['total']),
            number_format($requests['acceptedItems']),
        )
            . ($statuses === [] ? '' : ' Answers by status: ' . implode(', ', $statuses) . '.') . '</p>'
            . ($rows === [] ? '' : Html::table(['Endpoint', 'Requests'], $rows));
    }
}
