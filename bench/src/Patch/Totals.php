<?php

declare(strict_types=1);

namespace Aco\Bench\Patch;

/** What the syncs of one shop have sent. */
final class Totals
{
    public int $items = 0;
    public int $patched = 0;
    public int $rejected = 0;
    public int $requests = 0;
    public int $bytes = 0;
    public int $compressed = 0;
    public int $bytesSaved = 0;
    public float $seconds = 0.0;

    /** @param array{document: array<string, mixed>, seconds: float} $sync */
    public function add(array $sync): void
    {
        foreach ($sync['document']['feeds'] as $feed) {
            $this->items += $feed['accepted'] + $feed['deleted'];
            $this->patched += $feed['patched'];
            $this->rejected += $feed['rejected'];
            $this->bytesSaved += $feed['bytesSaved'];
        }

        $this->requests += $sync['document']['requests'];
        $this->bytes += $sync['document']['bytes'];
        $this->compressed += $sync['document']['bytesSent'];
        $this->seconds += $sync['seconds'];
    }
}
