<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

/** What a run did. */
class OrderReport
{
    public int $read = 0;
    public int $unreadable = 0;
    public int $deleted = 0;
    public int $switchedOff = 0;
    public int $unchanged = 0;
    public int $refused = 0;
    public int $events = 0;
    public int $resumed = 0;
    public int $forgotten = 0;
    public int $held = 0;
    public int $delivered = 0;
    public int $rejected = 0;
    public int $toRetry = 0;

    /** @var array<string, true> what is wrong with settings, and why a service refused, in sentences */
    private array $problems = [];

    public function addProblem(string $sentence): void
    {
        if ($sentence !== '') {
            $this->problems[PersonalData::redact($sentence)] = true;
        }
    }

    /** @return list<string> */
    public function problems(): array
    {
        return array_map(strval(...), array_keys($this->problems));
    }

    /** Whether everything that was to be sent is. */
    public function isClean(): bool
    {
        return $this->unreadable + $this->refused + $this->held + $this->rejected + $this->toRetry === 0;
    }

    /** @return array<string, int> what is not zero, by name */
    public function counts(): array
    {
        $counts = [];
        foreach (get_object_vars($this) as $name => $count) {
            if (is_int($count) && $count > 0) {
                $counts[(string) $name] = $count;
            }
        }

        return $counts;
    }
}
