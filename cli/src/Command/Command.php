<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Output\Console;
use Symfony\Component\Console\Command\Command as ConsoleCommand;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** A command of this application. */
abstract class Command extends ConsoleCommand
{
    final protected function execute(InputInterface $input, OutputInterface $output): int
    {
        return $this->perform(new Console($input, $output));
    }

    /** @return int one of ExitCode */
    abstract protected function perform(Console $console): int;
}
