<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Sync\DeletionLimit;
use Aco\Cli\Sync\SyncPlan;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'sync', description: 'Sends the items that have changed since they were sent last')]
final class SyncCommand extends SendingCommand
{
    protected function configure(): void
    {
        $this->addOption('feed', null, InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY, 'Only this feed');
        $this->addOption('full', null, InputOption::VALUE_NONE, 'The source is complete: delete what is not in it');
        $this->addOption(
            'max-delete',
            null,
            InputOption::VALUE_REQUIRED,
            'With --full: maximum share of a feed to delete, in percent '
                . '[default: ' . DeletionLimit::DEFAULT_PERCENT . ']',
        );
        $this->addOption('force', null, InputOption::VALUE_NONE, 'With --full: delete however much it is');
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
        $this->addArgument('source', InputArgument::REQUIRED, SourceResolver::DESCRIPTION);
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $limit = self::deletionLimit($input);
        $inputs = SourceResolver::resolve($input->getArgument('source'), $input->getOption('feed'));

        $leftovers = $input->getOption('due') ? Leftovers::Due : Leftovers::All;

        return self::send($input, $output, new SyncPlan($inputs, $leftovers, $limit));
    }

    private static function deletionLimit(InputInterface $input): ?DeletionLimit
    {
        $percent = $input->getOption('max-delete');
        $force = (bool) $input->getOption('force');

        if (!$input->getOption('full')) {
            if ($percent !== null || $force) {
                throw new CommandFailure('--max-delete and --force belong to --full: without it nothing is deleted.');
            }

            return null;
        }

        if ($percent !== null && $force) {
            throw new CommandFailure('Give either --max-delete or --force.');
        }

        return $force ? DeletionLimit::none() : DeletionLimit::of($percent ?? DeletionLimit::DEFAULT_PERCENT);
    }
}
