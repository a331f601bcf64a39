<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Store\Leftovers;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\ConsoleOutputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What a command was given, and where it prints. */
final class Console
{
    public function __construct(
        public readonly InputInterface $input,
        public readonly OutputInterface $output,
    ) {
    }

    public function option(string $name): mixed
    {
        return $this->input->getOption($name);
    }

    /** @return ?int null: the option was not given */
    public function number(string $name, int $least, int $most): ?int
    {
        $text = $this->option($name);
        if ($text === null) {
            return null;
        }

        return preg_match('/^\d{1,9}$/D', (string) $text) === 1 && (int) $text >= $least && (int) $text <= $most
            ? (int) $text
            : throw new CommandFailure("--$name must be a whole number from $least to $most.");
    }

    public function argument(string $name): mixed
    {
        return $this->input->getArgument($name);
    }

    /** As the option of Command::addDueOption() says. */
    public function leftovers(): Leftovers
    {
        return $this->option('due') ? Leftovers::Due : Leftovers::All;
    }

    public function isJson(): bool
    {
        return (bool) $this->option('json');
    }

    public function printJson(mixed $value): void
    {
        $this->output->writeln(Json::document($value), OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET);
    }

    /** A line of plain text: markup in it is shown as it is. */
    public function print(string $text): void
    {
        $this->output->writeln(OutputFormatter::escape(Text::visible($text)));
    }

    /** With the colour of its gravity where the output has colours. */
    public static function writeEnd(OutputInterface $errors, string $sentence, int $exitCode): void
    {
        $colour = $exitCode === ExitCode::ITEMS_FAILED ? 'yellow' : 'red';
        $text = OutputFormatter::escape(Text::visible($sentence));
        $errors->writeln(
            $exitCode === ExitCode::DONE ? $text : "<fg=$colour>$text</>",
            $exitCode === ExitCode::DONE ? OutputInterface::VERBOSITY_NORMAL : OutputInterface::VERBOSITY_QUIET,
        );
    }

    /** Standard error. */
    public function errors(): OutputInterface
    {
        return $this->output instanceof ConsoleOutputInterface ? $this->output->getErrorOutput() : $this->output;
    }

    /** @param string $holder who works on the database, "" when unknown */
    public function printWait(string $holder): void
    {
        $holder = $holder === '' ? '' : " ($holder)";
        $this->errors()->writeln(OutputFormatter::escape(Text::visible("Waiting until another$holder has finished.")));
    }

    /** Says on standard error how the command ended; --quiet does not hide that work is left. */
    public function conclude(string $sentence, int $exitCode): void
    {
        self::writeEnd($this->errors(), $sentence, $exitCode);
    }
}
