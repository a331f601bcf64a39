<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Command\EndsOnSignal;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\Output\Console;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;

#[AsCommand(name: 'customers:sync', description: 'Sends events of customer accounts')]
final class CustomersSyncCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    private const NAME = 'customers';

    protected function configure(): void
    {
        $this->addSourceArgument(
            InputArgument::REQUIRED,
            'customers.jsonl or .json (may be gzipped), a folder with it, or - for standard input',
        );
    }

    protected function perform(Console $console): int
    {
        $source = OrderSource::file((string) $console->argument('source'), self::NAME);

        return (new OrdersRunner($console))->runCustomers($source);
    }
}
