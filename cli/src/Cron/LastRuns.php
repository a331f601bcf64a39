<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Text;
use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\LeaseLost;

/** When each job was last started and how it ended, in `core_config_data`, for later processes and for people. */
final class LastRuns
{
    private const PREFIX = 'aco_exporter/cron/';
    /** Behind the name of a job. */
    private const END = '/end';
    private const MAX_MESSAGE = 500;

    public function __construct(private readonly Database $database)
    {
    }

    /** @return array<string, float> seconds since 1970 by job */
    public function all(): array
    {
        $times = [];
        foreach (Job::cases() as $job) {
            $value = $this->read($job->value);
            if (is_numeric($value)) {
                $times[$job->value] = (float) $value;
            }
        }

        return $times;
    }

    public function note(Job $job, float $time): void
    {
        $this->write($job->value, sprintf('%.3F', $time));
    }

    /** @return array<string, array{exitCode: int, message: string, endedAt: int}> of the latest runs, by job */
    public function ends(): array
    {
        $ends = [];
        foreach (Job::cases() as $job) {
            $end = json_decode((string) $this->read($job->value . self::END), true);
            if (is_array($end) && is_int($end['exitCode'] ?? null) && is_int($end['endedAt'] ?? null)) {
                $message = is_string($end['message'] ?? null) ? $end['message'] : '';
                $ends[$job->value] = ['message' => $message] + array_filter($end, is_int(...));
            }
        }

        return $ends;
    }

    /**
     * Whatever else keeps this from being written must not keep the schedule from going on.
     *
     * @throws LeaseLost another process has taken over the schedule
     */
    public function noteEnd(JobRun $run): void
    {
        $end = [
            'exitCode' => $run->exitCode,
            'message' => Text::printable($run->message, self::MAX_MESSAGE),
            'endedAt' => time(),
        ];

        try {
            $this->write($run->job->value . self::END, json_encode($end, JSON_THROW_ON_ERROR));
        } catch (LeaseLost $lost) {
            throw $lost;
        } catch (CommandFailure) {
            // The run itself has said what is wrong with the database.
        }
    }

    private function read(string $name): mixed
    {
        return $this->database->read(fn (): mixed => $this->database->value(
            "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::PREFIX . $name],
        ));
    }

    private function write(string $name, string $value): void
    {
        $rows = new ConfigRows($this->database);
        $this->database->transaction(static fn () => $rows->put(self::PREFIX . $name, $value));
    }
}
