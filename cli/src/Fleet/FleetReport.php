<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\Output\ResultTable;
use Aco\Cli\Report\Cell;
use Aco\Cli\Report\Html;
use Aco\Cli\Report\Page;
use Symfony\Component\Console\Output\OutputInterface;

/** The status of the fleet, for terminals and as a page. */
final class FleetReport
{
    private const NODE_HEADINGS = ['Node', 'Workers', 'Tenants', 'Since (UTC)', 'State'];
    private const TENANT_HEADINGS = [
        'Tenant', 'Node', 'Since (UTC)', 'Waiting', 'Oldest waiting (UTC)', 'Lag s', 'Quota', 'Last run (UTC)', 'Code',
        'Message',
    ];

    public static function print(OutputInterface $output, FleetStatus $status): void
    {
        $nodes = new ResultTable(self::NODE_HEADINGS, [1, 2]);
        foreach ($status->nodes() as $node) {
            $colour = $node['state'] === 'alive' ? 'green' : 'red';
            $nodes->add([
                ResultTable::text($node['node']),
                number_format($node['workers']),
                number_format($node['tenants']),
                $node['since'],
                "<fg=$colour>{$node['state']}</>",
            ]);
        }

        $nodes->render($output);
        $tenants = new ResultTable(self::TENANT_HEADINGS, [3, 5, 6, 8]);

        foreach ($status->tenants() as $tenant) {
            $tenants->add([
                ResultTable::text($tenant['tenant']),
                ResultTable::text($tenant['node'] ?? '-'),
                $tenant['since'] ?? '-',
                ResultTable::bad($tenant['waiting'], 'yellow'),
                $tenant['oldestWaiting'] ?? '-',
                number_format($tenant['lagSeconds']),
                self::percent($tenant['quota']),
                $tenant['lastRun'] ?? 'never',
                $tenant['exitCode'] === null ? '-' : ResultTable::bad($tenant['exitCode']),
                ResultTable::text($tenant['message'], 200),
            ]);
        }

        $tenants->render($output);
    }

    public static function html(FleetStatus $status): string
    {
        $nodes = array_map(static fn (array $node): array => [
            Cell::heading(Html::text($node['node'])),
            Cell::number($node['workers']),
            Cell::number($node['tenants']),
            Cell::time($node['since']),
            Cell::text($node['state'], $node['state'] === 'alive' ? '' : 'bad-text'),
        ], $status->nodes());
        $tenants = array_map(static fn (array $tenant): array => [
            Cell::heading(Html::text($tenant['tenant'])),
            Cell::text($tenant['node'] ?? '–'),
            Cell::time($tenant['since']),
            Cell::number($tenant['waiting'], 'wait-text'),
            Cell::time($tenant['oldestWaiting']),
            Cell::number($tenant['lagSeconds'], 'wait-text'),
            Cell::text(self::percent($tenant['quota'])),
            Cell::time($tenant['lastRun'], 'never'),
            Cell::text((string) ($tenant['exitCode'] ?? '–'), ($tenant['exitCode'] ?? 0) === 0 ? '' : 'bad-text'),
            Cell::text($tenant['message'], 'text'),
        ], $status->tenants());

        return Page::html(
            'Fleet',
            '<h1>Fleet</h1><h2>Nodes</h2>' . Html::table(self::NODE_HEADINGS, $nodes, true)
            . '<h2>Tenants</h2>' . Html::table(self::TENANT_HEADINGS, $tenants, true),
            Page::script(),
        );
    }

    private static function percent(?float $share): string
    {
        return $share === null ? '-' : round($share * 100) . ' %';
    }
}
