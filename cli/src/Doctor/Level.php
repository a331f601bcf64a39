<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

/** How grave a finding is; the exit codes are those of Nagios and its relatives. */
enum Level: string
{
    case Ok = 'ok';
    case Warning = 'warning';
    case Critical = 'critical';

    public function exitCode(): int
    {
        return match ($this) {
            self::Ok => 0,
            self::Warning => 1,
            self::Critical => 2,
        };
    }

    public function colour(): string
    {
        return match ($this) {
            self::Ok => 'green',
            self::Warning => 'yellow',
            self::Critical => 'red',
        };
    }

    /** @param list<Finding> $findings */
    public static function worst(array $findings): self
    {
        $worst = self::Ok;
        foreach ($findings as $finding) {
            $worst = $finding->level->exitCode() > $worst->exitCode() ? $finding->level : $worst;
        }

        return $worst;
    }
}
