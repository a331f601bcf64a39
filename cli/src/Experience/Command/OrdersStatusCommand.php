<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\OrderOutput;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'orders:status', description: 'Shows which order events were delivered or have failed')]
final class OrdersStatusCommand extends Command implements LoggedOnFailure
{
    private const MAX_LISTED = 1000;

    protected function configure(): void
    {
        $this->addOption('failed', null, InputOption::VALUE_NONE, 'List failed orders and events');
    }

    protected function perform(Console $console): int
    {
        $store = new EventStore(Workspace::fromInput($console->input)->openExisting());

        if ($console->option('failed')) {
            $failed = [];

            foreach ($store->failed() as $row) {
                if (count($failed) >= self::MAX_LISTED) {
                    break;
                }

                $failed[] = $row;
            }

            $console->isJson() ? $console->printJson(['items' => $failed]) : OrderOutput::failed(
                $console->output,
                $failed,
            );

            return self::SUCCESS;
        }

        $overview = $store->overview();
        $counts = $store->counts();
        $console->isJson()
            ? $console->printJson($overview + ['events' => $counts])
            : OrderOutput::status($console->output, $overview, $counts);

        return self::SUCCESS;
    }
}
