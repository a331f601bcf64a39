<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** The client's log on standard error: warnings with -v, what it does with -vv, everything with -vvv. */
final class LogOutput
{
    /** @param \Closure(callable): void $interrupt see Progress::interrupt() */
    public function __construct(
        private readonly OutputInterface $output,
        private readonly \Closure $interrupt,
    ) {
    }

    /** @param array<string, mixed> $context */
    public function __invoke(string $level, string $message, array $context): void
    {
        $verbosity = match ($level) {
            'debug' => OutputInterface::VERBOSITY_DEBUG,
            'info', 'notice' => OutputInterface::VERBOSITY_VERY_VERBOSE,
            default => OutputInterface::VERBOSITY_VERBOSE,
        };
        if ($this->output->getVerbosity() < $verbosity) {
            return;
        }
        $line = "[$level] $message" . ($context === [] ? '' : ' ' . Json::encode($context));
        ($this->interrupt)(fn () => $this->output->writeln(OutputFormatter::escape(Text::printable($line))));
    }
}
