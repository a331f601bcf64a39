<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\OrderOutput;
use Aco\Cli\Experience\ProfileStore;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\StatusOutput;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'orders:status', description: 'Shows which order events were delivered or have failed')]
final class OrdersStatusCommand extends Command implements LoggedOnFailure
{
    protected function configure(): void
    {
        $this->addOption('failed', null, InputOption::VALUE_NONE, 'List failed orders and events');
    }

    protected function perform(Console $console): int
    {
        $database = Workspace::fromInput($console->input)->openExisting();
        $store = new EventStore($database);
        $records = ProfileStore::ifOn($database);

        if ($console->option('failed')) {
            $failed = (static function () use ($store, $records): \Generator {
                yield from $store->failed();
                yield from $records?->failed() ?? [];
            })();
            $console->isJson()
                ? StatusOutput::failedJson($console->output, $failed)
                : OrderOutput::failed($console->output, $failed);

            return self::SUCCESS;
        }

        $overview = $store->overview();
        $counts = [...$store->counts(), ...$records?->counts() ?? []];
        $console->isJson()
            ? $console->printJson($overview + ['events' => $counts])
            : OrderOutput::status($console->output, $overview, $counts);

        return self::SUCCESS;
    }
}
