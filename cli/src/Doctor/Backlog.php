<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Estimate\Duration;

/** What waits to be sent, judged by the age of the oldest. */
final class Backlog
{
    public function __construct(
        private readonly int $now,
        /** Minutes from which the oldest is critical; a warning from half of them. */
        private readonly int $maxWaiting,
    ) {
    }

    /**
     * @param string $one what waits, in the singular
     * @param ?string $oldest time in UTC, as columns hold it
     * @param string $cure what to do when it takes too long
     * @param string $list the command that lists what waits
     */
    public function finding(
        string $check,
        string $one,
        int $count,
        ?string $oldest,
        string $cure,
        string $list,
    ): Finding {
        if ($count === 0 || $oldest === null) {
            return Finding::ok($check, ucfirst("no $one waits to be sent."));
        }

        $age = max(0, $this->now - (int) strtotime("$oldest UTC"));
        $sentence = number_format($count) . ($count === 1 ? " $one waits" : " {$one}s wait")
            . ' to be sent, the oldest for ' . Duration::text(max(1, $age));

        return match (true) {
            $age >= 60 * $this->maxWaiting => Finding::critical($check, "$sentence: $cure"),
            $age >= 30 * $this->maxWaiting => Finding::warning($check, "$sentence: see $list."),
            default => Finding::ok($check, "$sentence."),
        };
    }
}
