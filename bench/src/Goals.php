<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * What a command sets out to show, and whether it did.
 */
final class Goals
{
    /** @var list<array{name: string, goal: string, value: float, met: bool}> */
    private array $goals = [];

    public function atLeast(string $name, float $goal, float $value): void
    {
        $this->goals[] = ['name' => $name, 'goal' => "at least $goal", 'value' => $value, 'met' => $value >= $goal];
    }

    public function atMost(string $name, float $goal, float $value): void
    {
        $this->goals[] = ['name' => $name, 'goal' => "at most $goal", 'value' => $value, 'met' => $value <= $goal];
    }

    public function areMet(): bool
    {
        return !in_array(false, array_column($this->goals, 'met'), true);
    }

    /**
     * Prints a line a goal, or all of the report as JSON, and ends the process: 1 when a goal is missed.
     *
     * @param array<string, mixed> $report
     */
    public function conclude(array $report, bool $json): never
    {
        if ($json) {
            $report += ['goals' => $this->goals, 'verdict' => $this->areMet() ? 'met' : 'missed'];
            echo json_encode(
                $report,
                JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR,
            ),
                "\n";
        } else {
            foreach ($this->goals as $goal) {
                printf(
                    "%-38s %10s  %-14s %s\n",
                    $goal['name'],
                    round($goal['value'], 2),
                    $goal['goal'],
                    $goal['met'] ? 'met' : 'MISSED',
                );
            }
            echo 'Verdict: ', $this->areMet() ? 'all goals met' : 'MISSED', "\n";
        }
        exit($this->areMet() ? 0 : 1);
    }
}
