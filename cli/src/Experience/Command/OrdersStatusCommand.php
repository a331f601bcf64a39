<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\OrderOutput;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'orders:status', description: 'Shows what became of the events of orders')]
final class OrdersStatusCommand extends Command implements LoggedOnFailure
{
    private const MAX_LISTED = 1000;

    protected function configure(): void
    {
        $this->addOption('failed', null, InputOption::VALUE_NONE, 'List what has failed');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $store = new EventStore(Workspace::fromInput($input)->openExisting());

        if ($input->getOption('failed')) {
            $failed = [];

            foreach ($store->failed() as $row) {
                if (count($failed) >= self::MAX_LISTED) {
                    break;
                }

                $failed[] = $row;
            }

            self::isJson($input) ? self::printJson($output, ['items' => $failed]) : OrderOutput::failed($output, $failed);

            return self::SUCCESS;
        }

        $overview = $store->overview();
        $counts = $store->counts();
        self::isJson($input)
            ? self::printJson($output, $overview + ['events' => $counts])
            : OrderOutput::status($output, $overview, $counts);

        return self::SUCCESS;
    }
}
