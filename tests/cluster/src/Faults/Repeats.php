<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

/**
 * The items that came twice in the same version, by the faults that led to it, and by where the request that had
 * brought them before was when the fault began.
 */
final class Repeats
{
    /** How old an answer may be that a node has not read, in seconds: a busy machine keeps it from running. */
    private const READ_SECONDS = 0.5;

    public int $items = 0;
    /** Of requests that were sent and not answered, or answered a moment before. */
    public int $inFlight = 0;
    /** Of requests whose answers had come before: their results were not recorded. */
    public int $answered = 0;
    /** Of requests that came after the fault had begun. */
    public int $later = 0;
    /** Before any fault. */
    public int $unexplained = 0;
    /** The most of one fault. */
    public int $most = 0;

    /**
     * @param list<array{tenant: int, items: int, sentAt: float, answeredAt: ?float, againAt: float}> $repeats
     * @param array<int, list<float>> $faults when they began, by tenant
     */
    public function __construct(array $repeats, array $faults)
    {
        $all = [];

        foreach ($repeats as $repeat) {
            ['tenant' => $tenant, 'items' => $items] = $repeat;
            $fault = self::last($faults[$tenant], $repeat['againAt']);
            $this->items += $items;
            if ($fault === null) {
                $this->unexplained += $items;
                continue;
            }

            $begunAt = $faults[$tenant][$fault];
            $all["$tenant $fault"] = ($all["$tenant $fault"] ?? 0) + $items;

            if ($repeat['sentAt'] > $begunAt) {
                $this->later += $items;
            } elseif ($repeat['answeredAt'] === null || $repeat['answeredAt'] > $begunAt - self::READ_SECONDS) {
                $this->inFlight += $items;
            } else {
                $this->answered += $items;
            }
        }

        $this->most = max([0, ...$all]);
    }

    /**
     * @param list<float> $faults
     * @return ?int the last one that began before that time
     */
    private static function last(array $faults, float $before): ?int
    {
        $begun = array_filter($faults, static fn (float $at): bool => $at <= $before);

        return $begun === [] ? null : array_key_last($begun);
    }
}
