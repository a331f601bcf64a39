<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

/**
 * One comparison of bench/run.
 */
interface Part
{
    public function title(): string;

    /**
     * @return list<Row>
     * @throws \Aco\Bench\CannotRun when something is missing on this machine
     */
    public function measure(): array;
}
