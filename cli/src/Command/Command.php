<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\SecretBox;
use Aco\Cli\ExitCode;
use Aco\Cli\Output\Json;
use Aco\Cli\Output\Text;
use Aco\Cli\Store\Database;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Command\Command as ConsoleCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\ConsoleOutputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands have in common. */
abstract class Command extends ConsoleCommand
{
    protected static function isJson(InputInterface $input): bool
    {
        return (bool) $input->getOption('json');
    }

    protected static function printJson(OutputInterface $output, mixed $value): void
    {
        $output->writeln(Json::document($value), OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET);
    }

    protected static function errorOutput(OutputInterface $output): OutputInterface
    {
        return $output instanceof ConsoleOutputInterface ? $output->getErrorOutput() : $output;
    }

    /** How it ended; --quiet does not hide that something is left to do. */
    protected static function say(OutputInterface $output, string $sentence, int $exitCode): void
    {
        self::errorOutput($output)->writeln(
            OutputFormatter::escape(Text::visible($sentence)),
            $exitCode === ExitCode::DONE ? OutputInterface::VERBOSITY_NORMAL : OutputInterface::VERBOSITY_QUIET,
        );
    }

    protected static function configStore(
        Workspace $workspace,
        Database $database,
        string $group = ConfigStore::GENERAL,
    ): ConfigStore {
        return new ConfigStore($database, new SecretBox($workspace->keyFile()), $group);
    }

    /** @param array<string, string> $values */
    protected static function requireConfiguration(array $values): void
    {
        if ($values === []) {
            throw new CommandFailure('Nothing is configured yet: run config:init first.');
        }
    }
}
