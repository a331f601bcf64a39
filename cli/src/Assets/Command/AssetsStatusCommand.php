<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\Sla;
use Aco\Cli\Assets\SyncStatus;
use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\ResultTable;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'assets:status', description: 'Shows the status of assets and the time of updates')]
final class AssetsStatusCommand extends Command implements LoggedOnFailure
{
    private const MAX_ASSETS = 1000;

    protected function configure(): void
    {
        $this->addOption('asset', null, InputOption::VALUE_REQUIRED, 'Only this asset');
        $this->addOption(
            'status',
            null,
            InputOption::VALUE_REQUIRED,
            'Only assets with this status: Success, Failed or Waiting',
        );
        $this->addOption('limit', null, InputOption::VALUE_REQUIRED, 'Maximum number of assets to list', '100');
    }

    protected function perform(Console $console): int
    {
        $limit = (int) $console->number('limit', 1, self::MAX_ASSETS);
        $status = $console->option('status');
        if ($status !== null && !in_array($status = ucfirst(strtolower($status)), SyncStatus::LABELS, true)) {
            throw new CommandFailure('--status must be one of ' . implode(', ', SyncStatus::LABELS) . '.');
        }

        $database = Workspace::fromInput($console->input)->openExisting();
        $tables = new SyncStatus($database);
        $asset = $console->option('asset');
        $counts = $tables->counts();
        $sla = (new Sla($database))->report(microtime(true));
        $assets = $tables->assets($asset, $status, $limit);
        $isUnknown = $asset !== null && $assets === [];
        $exitCode = $isUnknown ? ExitCode::ITEMS_FAILED : ExitCode::DONE;
        $console->isJson()
            ? $console->printJson(['exitCode' => $exitCode] + $counts + ['sla' => $sla, 'list' => $assets])
            : self::print($console, $counts, $sla, $assets);

        if ($isUnknown) {
            $console->conclude(
                $status === null
                    ? "The asset $asset is not known: check the id, and whether an event or assets:import has named it."
                    : "No asset $asset has the status $status: leave out --status to see which it has.",
                $exitCode,
            );
        }

        $all = $status === null ? array_sum($counts['assets']) : $counts['assets'][$status];
        if ($asset === null && count($assets) < $all) {
            $console->conclude(
                sprintf('%d of %s assets are listed, the last ones: --limit lists more.', $limit, number_format($all)),
                $exitCode,
            );
        }

        return $exitCode;
    }

    /**
     * @param array<string, array<string, int>> $counts
     * @param array<string, mixed> $sla
     * @param list<array<string, ?string>> $assets
     */
    private static function print(Console $console, array $counts, array $sla, array $assets): void
    {

        foreach ($counts as $name => $count) {
            $console->output->writeln(ucfirst($name) . ': ' . implode(', ', array_map(
                static fn (string $label, int $number): string => "$number $label",
                array_keys($count),
                $count,
            )));
        }

        self::printSla($console, $sla);

        if ($assets !== []) {
            self::printAssets($console, $assets);
        }
    }

    /** @param array<string, mixed> $sla */
    private static function printSla(Console $console, array $sla): void
    {
        $console->output->writeln("Events: {$sla['applied']} applied, {$sla['waiting']} waiting");

        if ($sla['applied'] > 0) {
            $console->output->writeln('Seconds from dispatch: ' . implode(', ', array_map(
                static fn (string $name, float $seconds): string => sprintf('%s %.1f', $name, $seconds),
                array_keys($sla['seconds']),
                $sla['seconds'],
            )));
        }

        foreach ($sla['targets'] as $target) {
            if ($target['share'] !== null) {
                $console->output->writeln(sprintf(
                    'Within %d minutes: %.2f %% (target %.1f %%), %d late',
                    intdiv($target['withinSeconds'], 60),
                    100 * $target['share'],
                    100 * $target['target'],
                    $target['late'],
                ));
            }
        }
    }

    /** @param list<array<string, ?string>> $assets */
    private static function printAssets(Console $console, array $assets): void
    {
        $table = new ResultTable(['Asset ID', 'Status', 'Processing', 'Dispatched', 'Error']);
        foreach ($assets as $asset) {
            $table->add(array_map(
                static fn (?string $value): string => ResultTable::text((string) $value),
                array_values($asset),
            ));
        }
        $table->render($console->output);
    }
}
