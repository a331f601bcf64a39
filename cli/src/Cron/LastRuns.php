<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\Store\Database;

/** When each job was last started, in `core_config_data`, for `--once` and after a restart. */
final class LastRuns
{
    private const PREFIX = 'aco_exporter/cron/';

    public function __construct(private readonly Database $database)
    {
    }

    /** @return array<string, float> seconds since 1970 by job */
    public function all(): array
    {
        return $this->database->read(function (): array {
            $times = [];

            foreach (Job::cases() as $job) {
                $value = $this->database->value(
                    "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
                    [self::PREFIX . $job->value],
                );

                if (is_numeric($value)) {
                    $times[$job->value] = (float) $value;
                }
            }

            return $times;
        });
    }

    public function note(Job $job, float $time): void
    {
        $upsert = $this->database->upsert(
            '{core_config_data}',
            ['scope', 'scope_id', 'path', 'value', 'updated_at'],
            ['scope', 'scope_id', 'path'],
        );
        $this->database->transaction(fn () => $this->database->execute(
            $upsert,
            ['default', 0, self::PREFIX . $job->value, sprintf('%.3F', $time), Database::now()],
        ));
    }
}
