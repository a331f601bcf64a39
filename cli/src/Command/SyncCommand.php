<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Output\Console;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Sync\SyncPlan;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'sync', description: 'Sends items that have changed since the last sync')]
final class SyncCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;
    use LimitsDeletion;

    private const FULL = 'full';

    protected function configure(): void
    {
        $this->addFeedOption('Only this feed');
        $this->addOption(
            self::FULL,
            null,
            InputOption::VALUE_NONE,
            'The source is complete: delete items that are not in it',
        );
        $this->addDeletionOptions(self::FULL, 'of a feed to delete', 'delete any number of items');
        $this->addDueOption();
        $this->addSourceArgument(InputArgument::REQUIRED, SourceResolver::DESCRIPTION);
    }

    protected function perform(Console $console): int
    {
        $limit = self::deletionLimit($console, self::FULL, 'Delete them?');
        $inputs = SourceResolver::resolve($console->argument('source'), $console->option('feed'));

        return (new SyncRunner($console))->run(new SyncPlan($inputs, $console->leftovers(), $limit));
    }
}
