<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

use Aco\Cli\Output\Json;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Output\Text;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Output\ConsoleOutputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands do, one JSON line an event: log/aco.log in the state folder, with -v on standard error as well. */
final class EventLog
{
    /** Well below what one write() is sure to write as a whole. */
    private const MAX_TEXT_BYTES = 1000;

    /** @param ?\Closure(string): void $echo gets every line without its end */
    public function __construct(private readonly ?LogFile $file, private readonly ?\Closure $echo = null)
    {
    }

    /** @param ?\Closure(callable): void $interrupt see Progress::interrupt() */
    public static function of(Workspace $workspace, OutputInterface $output, ?\Closure $interrupt = null): self
    {
        $echo = null;
        if ($output->isVerbose()) {
            $errorOutput = $output instanceof ConsoleOutputInterface ? $output->getErrorOutput() : $output;
            $interrupt ??= static fn (callable $write) => $write();
            $echo = static fn (string $line) => $interrupt(
                static fn () => $errorOutput->writeln($line, OutputInterface::OUTPUT_RAW)
            );
        }

        // A command that finds no state folder must not create one.
        return new self(is_dir($workspace->stateDir) ? new LogFile("{$workspace->stateDir}/log/aco.log") : null, $echo);
    }

    /** @param array<string, mixed> $members counters and short texts; never a payload or a secret */
    public function write(string $level, string $event, array $members = []): void
    {
        $line = self::line($level, $event, $members);
        $this->file?->append("$line\n");
        if ($this->echo !== null) {
            ($this->echo)($line);
        }
    }

    /**
     * A logger for Aco\Client: every response of the API, and what the client warns of. Standard error has its own
     * form.
     *
     * @return \Closure(string, string, array<string, mixed>): void
     */
    public function clientLogger(LogOutput $output): \Closure
    {
        return function (string $level, string $message, array $context) use ($output): void {
            $isResponse = isset($context['httpStatus']);
            $this->file?->append(self::line(
                $isResponse && $level === 'debug' ? 'info' : $level,
                $isResponse ? 'answer' : 'client',
                $context + ['message' => $message],
            ) . "\n");
            $output($level, $message, $context);
        };
    }

    /** @param array<string, mixed> $members */
    private static function line(string $level, string $event, array $members): string
    {
        [$fraction, $seconds] = explode(' ', microtime());
        $time = gmdate('Y-m-d\TH:i:s', (int) $seconds) . substr($fraction, 1, 4) . 'Z';

        foreach ($members as $name => $value) {
            if (is_string($value)) {
                $members[$name] = Text::printable($value, self::MAX_TEXT_BYTES);
            } elseif (is_array($value)) {
                array_walk_recursive($value, static function (mixed &$inner): void {
                    $inner = is_string($inner) ? Text::printable($inner, self::MAX_TEXT_BYTES) : $inner;
                });
                $members[$name] = $value;
            } elseif (is_float($value)) {
                $members[$name] = round($value, 3);
            }
        }

        return Json::encode(['time' => $time, 'level' => $level, 'event' => $event, 'pid' => getmypid()] + $members);
    }
}
