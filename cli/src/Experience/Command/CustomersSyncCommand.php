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
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'customers:sync', description: 'Sends events and profile records of customer accounts')]
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
        $this->addOption(
            'resend-rejected',
            null,
            InputOption::VALUE_NONE,
            'Send profile records that were rejected again, even if they have not changed',
        );
    }

    protected function perform(Console $console): int
    {
        $source = OrderSource::file((string) $console->argument('source'), self::NAME);

        return (new OrdersRunner($console))->runCustomers($source, (bool) $console->option('resend-rejected'));
    }
}
