<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Text;
use Symfony\Component\Console\Application;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\ArrayInput;
use Symfony\Component\Console\Output\OutputInterface;

/** Runs other commands in this process, by their names. */
final class CommandRunner
{
    /** @param array<string, mixed> $options that every command gets */
    public function __construct(
        private readonly Application $application,
        private readonly array $options,
        private readonly OutputInterface $errorOutput,
    ) {
    }

    /**
     * @param array<string, mixed> $arguments
     * @throws StopRequested
     */
    public function run(string $command, array $arguments = []): CommandEnd
    {
        try {
            if (!$this->application->has($command)) {
                throw new CommandFailure("The schedule needs the command $command, which this version does not have.");
            }

            $output = new CapturedOutput($this->errorOutput);
            $input = new ArrayInput(['command' => $command] + $arguments + ['--json' => true] + $this->options);
            $input->setInteractive(false);
            $exitCode = $this->application->doRun($input, $output);
            $document = json_decode($output->fetch(), true);

            return new CommandEnd($exitCode, '', is_array($document) ? $document : null);
        } catch (StopRequested $e) {
            throw $e;
        } catch (\Throwable $e) {
            $end = CommandEnd::failed($e);
            $this->errorOutput->writeln(
                OutputFormatter::escape(Text::printable($end->message)),
                OutputInterface::VERBOSITY_QUIET,
            );

            return $end;
        }
    }
}
