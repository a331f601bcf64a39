<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Store\Leftovers;
use Aco\Cli\Sync\SyncPlan;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'resend-failed', description: 'Sends what earlier runs could not deliver')]
final class ResendFailedCommand extends SendingCommand
{
    protected function configure(): void
    {
        $this->addOption('all', null, InputOption::VALUE_NONE, 'Also the items whose wait is not over');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        return self::send($input, $output, new SyncPlan(
            [],
            $input->getOption('all') ? Leftovers::All : Leftovers::Due,
        ));
    }
}
