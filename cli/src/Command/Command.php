<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\FeedName;
use Aco\Cli\Help\CommandHelp;
use Aco\Cli\Output\Console;
use Symfony\Component\Console\Command\Command as ConsoleCommand;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** A command of this application. */
abstract class Command extends ConsoleCommand
{
    public function getHelp(): string
    {
        return ltrim(parent::getHelp() . "\n\n" . CommandHelp::text((string) $this->getName()));
    }

    final protected function execute(InputInterface $input, OutputInterface $output): int
    {
        return $this->perform(new Console($input, $output));
    }

    final protected function addFeedOption(string $description): void
    {
        $mode = InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY;
        $this->addOption('feed', null, $mode, $description, null, FeedName::all());
    }

    final protected function addDueOption(): void
    {
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
    }

    /** For commands that work on one feed: a second --feed is not taken for a correction of the first. */
    final protected static function oneFeed(Console $console): ?string
    {
        $feeds = $console->option('feed');

        return count($feeds) < 2 ? $feeds[0] ?? null : throw new CommandFailure(
            'Give one --feed at a time, not ' . implode(' and ', $feeds) . '.'
        );
    }

    final protected function addSourceArgument(int $mode, string $description): void
    {
        $this->addArgument('source', $mode, $description, null, SourceCompletion::suggest(...));
    }

    /** @return int one of ExitCode */
    abstract protected function perform(Console $console): int;
}
