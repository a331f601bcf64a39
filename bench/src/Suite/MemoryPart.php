<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

final class MemoryPart implements Part
{
    public function __construct(private readonly SendingRuns $runs)
    {
    }

    public function title(): string
    {
        return 'Memory of sending';
    }

    public function measure(): array
    {
        return $this->runs->rows(['rssGrowthKb', 'phpGrowthKb', 'rssPeakKb']);
    }
}
