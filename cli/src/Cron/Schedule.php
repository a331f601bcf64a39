<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/**
 * Says which jobs are due. While the process runs, intervals are measured by a clock that never jumps; the time of day
 * counts for the daily job only, and the times of earlier processes only at the start.
 */
final class Schedule
{
    private const DAILY_AT = '02:00';

    /** A last run further in the future means that the clock was set back: it is ignored. */
    private const CREDIBLE_SECONDS = 60.0;

    /** @var array<string, float> by job: when it ran last, by Clock::elapsed() */
    private array $started = [];

    /** @var array<string, ?float> by job: when it ran last, by Clock::now() */
    private array $lastRuns = [];

    /**
     * @param array<string, float> $lastRuns by job, as an earlier process has noted
     * @param float $tolerance seconds that a job may start early, because crontab is not exact to the second
     * @param ?\Closure(Job, float): void $note stores for later processes when a job ran
     */
    public function __construct(
        private readonly Clock $clock,
        array $lastRuns,
        private readonly float $tolerance = 0.0,
        private readonly ?\Closure $note = null,
    ) {
        $now = $clock->now();
        foreach (Job::cases() as $job) {
            $last = $lastRuns[$job->value] ?? null;
            if ($last !== null && $last <= $now + self::CREDIBLE_SECONDS) {
                $this->lastRuns[$job->value] = $last;
                $this->started[$job->value] = $clock->elapsed() - max(0.0, $now - $last);
            }
        }
    }

    public function isDue(Job $job): bool
    {
        $interval = $job->interval();
        if ($interval === null) {
            return $this->isDailyDue($this->lastRuns[$job->value] ?? null);
        }
        $started = $this->started[$job->value] ?? null;

        return $started === null || $this->clock->elapsed() - $started >= $interval - $this->tolerance;
    }

    public function start(Job $job): void
    {
        $this->started[$job->value] = $this->clock->elapsed();
        $this->lastRuns[$job->value] = $this->clock->now();
    }

    /** Notes that a job runs now, for later processes. */
    public function note(Job $job): void
    {
        if ($this->note !== null) {
            ($this->note)($job, $this->clock->now());
        }
    }

    private function isDailyDue(?float $last): bool
    {
        $now = $this->clock->now();
        if ($last === null || $last > $now + self::CREDIBLE_SECONDS) {
            return true;
        }
        $today = (new \DateTimeImmutable('@' . (int) $now))
            ->setTimezone(new \DateTimeZone(date_default_timezone_get()))
            ->modify(self::DAILY_AT);
        $latest = $today->getTimestamp() <= $now ? $today : $today->modify('-1 day');

        return $last < $latest->getTimestamp();
    }
}
