<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

final class SendingPart implements Part
{
    public function __construct(private readonly SendingRuns $runs)
    {
    }

    public function title(): string
    {
        return 'Sending to nginx';
    }

    public function measure(): array
    {
        return $this->runs->rows(['cpu', 'wall', 'wireBytes']);
    }
}
