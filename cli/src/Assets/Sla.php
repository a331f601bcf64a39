<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;

/** The time from the dispatch of events until they were applied, and how often it was too long. */
final class Sla
{
    /** Documented: 99 % of updates within 5 minutes, 99.9 % within 30. */
    public const TARGETS = [300 => 0.99, 1800 => 0.999];
    private const PERCENTILES = ['p50' => 0.5, 'p95' => 0.95, 'p99' => 0.99, 'p99.9' => 0.999];

    public function __construct(private readonly Database $database)
    {
    }

    /**
     * @param float $now events that still wait count as late once the limit has passed
     * @return array{applied: int, waiting: int, oldestWaitingSeconds: ?float, seconds: array<string, ?float>,
     *         targets: list<array{withinSeconds: int, target: float, share: ?float, late: int, met: ?bool}>}
     */
    public function report(float $now): array
    {
        return $this->database->read(function () use ($now): array {
            $applied = (int) $this->database->value('SELECT COUNT(*) FROM {aem_event} WHERE applied_at IS NOT NULL');
            $waiting = (int) $this->database->value('SELECT COUNT(*) FROM {aem_event} WHERE applied_at IS NULL');
            $oldest = $this->database->value('SELECT MIN(dispatched_at) FROM {aem_event} WHERE applied_at IS NULL');
            $seconds = [];

            foreach (self::PERCENTILES as $name => $share) {
                $seconds[$name] = $this->latency($applied, $share);
            }

            return [
                'applied' => $applied,
                'waiting' => $waiting,
                'oldestWaitingSeconds' => $oldest === null ? null : max(0.0, $now - $oldest / 1000),
                'seconds' => $seconds + ['max' => $this->latency($applied, 1.0)],
                'targets' => array_map(
                    fn (int $limit, float $target): array => $this->target(
                        $limit,
                        $target,
                        $applied,
                        (int) ($now * 1000),
                    ),
                    array_keys(self::TARGETS),
                    self::TARGETS,
                ),
            ];
        });
    }

    /**
     * The limits that were missed, one entry each.
     *
     * @param float $since of what was applied, only what was since then
     * @return list<array{withinSeconds: int, applied: int, waiting: int, seconds: float}> how many were applied, how
     *        many
     *         still wait, and the longest of them
     */
    public function misses(float $since, float $now): array
    {
        return $this->database->read(function () use ($since, $now): array {
            $misses = [];

            foreach (array_keys(self::TARGETS) as $limit) {
                [$applied, $longest] = $this->database->execute(
                    'SELECT COUNT(*), MAX(latency_ms) FROM {aem_event} WHERE applied_at >= ? AND latency_ms > ?',
                    [(int) ($since * 1000), $limit * 1000],
                )->fetchAll()[0];
                [$waiting, $oldest] = $this->database->execute(
                    'SELECT COUNT(*), MIN(dispatched_at) FROM {aem_event}
                    WHERE applied_at IS NULL AND dispatched_at < ?',
                    [(int) ($now * 1000) - $limit * 1000],
                )->fetchAll()[0];

                if ($applied + $waiting > 0) {
                    $age = $oldest === null ? 0.0 : $now - $oldest / 1000;
                    $misses[] = [
                        'withinSeconds' => $limit, 'applied' => $applied, 'waiting' => $waiting,
                        'seconds' => max($age, ($longest ?? 0) / 1000),
                    ];
                }
            }

            return $misses;
        });
    }

    /** Seconds within which that share of the applied events was applied. */
    private function latency(int $applied, float $share): ?float
    {
        if ($applied === 0) {
            return null;
        }

        return $this->database->value(
            'SELECT latency_ms FROM {aem_event} WHERE latency_ms IS NOT NULL ORDER BY latency_ms LIMIT 1 OFFSET '
            . max(0, (int) ceil($applied * $share) - 1)
        ) / 1000;
    }

    /** @return array{withinSeconds: int, target: float, share: ?float, late: int, met: ?bool} */
    private function target(int $limit, float $target, int $applied, int $now): array
    {
        $overdue = (int) $this->database->value(
            'SELECT COUNT(*) FROM {aem_event} WHERE applied_at IS NULL AND dispatched_at < ?',
            [$now - $limit * 1000],
        );
        $late = $overdue + (int) $this->database->value(
            'SELECT COUNT(*) FROM {aem_event} WHERE latency_ms > ?',
            [$limit * 1000],
        );
        $counted = $applied + $overdue;
        $share = $counted === 0 ? null : 1 - $late / $counted;

        return [
            'withinSeconds' => $limit, 'target' => $target, 'share' => $share, 'late' => $late,
            'met' => $share === null ? null : $share >= $target,
        ];
    }
}
