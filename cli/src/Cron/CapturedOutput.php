<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Symfony\Component\Console\Output\BufferedOutput;
use Symfony\Component\Console\Output\ConsoleOutputInterface;
use Symfony\Component\Console\Output\ConsoleSectionOutput;
use Symfony\Component\Console\Output\OutputInterface;

/** Captures what a command prints; its standard error stays that of the process. */
final class CapturedOutput extends BufferedOutput implements ConsoleOutputInterface
{
    public function __construct(private OutputInterface $errorOutput)
    {
        parent::__construct($errorOutput->getVerbosity());
    }

    public function getErrorOutput(): OutputInterface
    {
        return $this->errorOutput;
    }

    public function setErrorOutput(OutputInterface $error): void
    {
        $this->errorOutput = $error;
    }

    public function section(): ConsoleSectionOutput
    {
        throw new \LogicException('There is no terminal.');
    }
}
