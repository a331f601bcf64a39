<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

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

    /** @param int $mode VALUE_IS_ARRAY when several may be given, else 0 */
    final protected function addFeedOption(string $description, int $mode = InputOption::VALUE_IS_ARRAY): void
    {
        $this->addOption('feed', null, InputOption::VALUE_REQUIRED | $mode, $description, null, FeedName::all());
    }

    final protected function addSourceArgument(int $mode, string $description): void
    {
        $this->addArgument('source', $mode, $description, null, SourceCompletion::suggest(...));
    }

    /** @return int one of ExitCode */
    abstract protected function perform(Console $console): int;
}
