<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Fleet\FleetControl;
use Aco\Cli\Fleet\FleetReport;
use Aco\Cli\Fleet\FleetStatus;
use Aco\Cli\Fleet\TenantFigures;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Report\PageFile;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'fleet:status', description: 'Shows who works which tenant')]
final class FleetStatusCommand extends Command implements LoggedOnFailure
{
    protected function configure(): void
    {
        $this->addArgument('folder', InputArgument::OPTIONAL, FleetControl::FOLDER);
        $this->addOption('html', null, InputOption::VALUE_REQUIRED, 'Write everything to this file, as an HTML page');
    }

    protected function perform(Console $console): int
    {
        $file = $console->option('html');
        if ($file === '') {
            throw new CommandFailure('--html must name a file.');
        }

        $control = FleetControl::of($console);
        if (!$control->isThere()) {
            throw new CommandFailure("There is no fleet in {$control->name()} yet: run fleet first.");
        }

        $tables = $control->tables();
        $tenants = $tables->tenants();
        $status = new FleetStatus(
            $tables->nodes(),
            $tenants,
            array_map(TenantFigures::of(...), $tenants),
            $tables->now(),
        );

        if ($file !== null) {
            PageFile::write($file, FleetReport::html($status));
        }

        if ($console->isJson()) {
            $console->printJson($status->data() + ['html' => $file]);
        } elseif ($file !== null) {
            $console->print("Written to $file");
        } else {
            FleetReport::print($console->output, $status);
        }

        return self::SUCCESS;
    }
}
