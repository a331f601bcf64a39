<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Sync\DeletionLimit;
use Aco\Cli\Sync\SyncPlan;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'sync', description: 'Sends items that have changed since the last sync')]
final class SyncCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    protected function configure(): void
    {
        $this->addFeedOption('Only this feed');
        $this->addOption(
            'full',
            null,
            InputOption::VALUE_NONE,
            'The source is complete: delete items that are not in it',
        );
        $this->addOption(
            'max-delete',
            null,
            InputOption::VALUE_REQUIRED,
            'With --full: maximum share of a feed to delete, in percent '
                . '[default: ' . DeletionLimit::DEFAULT_PERCENT . ']',
        );
        $this->addOption('force', null, InputOption::VALUE_NONE, 'With --full: delete any number of items');
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
        $this->addSourceArgument(InputArgument::REQUIRED, SourceResolver::DESCRIPTION);
    }

    protected function perform(Console $console): int
    {
        $limit = self::deletionLimit($console);
        $inputs = SourceResolver::resolve($console->argument('source'), $console->option('feed'));

        $leftovers = $console->option('due') ? Leftovers::Due : Leftovers::All;

        return (new SyncRunner($console))->run(new SyncPlan($inputs, $leftovers, $limit));
    }

    private static function deletionLimit(Console $console): ?DeletionLimit
    {
        $percent = $console->option('max-delete');
        $force = (bool) $console->option('force');

        if (!$console->option('full')) {
            if ($percent !== null || $force) {
                throw new CommandFailure('--max-delete and --force require --full: without it, nothing is deleted.');
            }

            return null;
        }

        if ($percent !== null && $force) {
            throw new CommandFailure('Give either --max-delete or --force.');
        }

        return $force ? DeletionLimit::none() : DeletionLimit::of($percent ?? DeletionLimit::DEFAULT_PERCENT);
    }
}
