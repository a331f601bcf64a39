<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Output\Console;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Sync\SyncPlan;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'resend-failed', description: 'Sends items that earlier runs could not deliver')]
final class ResendFailedCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    protected function configure(): void
    {
        $this->addOption('all', null, InputOption::VALUE_NONE, 'Include items whose backoff has not elapsed');
    }

    protected function perform(Console $console): int
    {
        return (new SyncRunner($console))->run(new SyncPlan(
            [],
            $console->option('all') ? Leftovers::All : Leftovers::Due,
        ));
    }
}
