<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

use Aco\Bench\Items;
use Aco\Bench\Mapping;
use Aco\Bench\Work;

final class MappingPart implements Part
{
    public function __construct(
        private readonly Items $items,
        private readonly int $pairs,
        private readonly bool $isQuick,
    ) {
    }

    public function title(): string
    {
        return 'Mapping';
    }

    public function measure(): array
    {
        $mapping = $this->isQuick ? new Mapping($this->pairs, [Work::BATCH]) : new Mapping($this->pairs);
        $rows = [];

        foreach ($mapping->run($this->items) as $result) {
            foreach ($result['steps'] as $step => $summary) {
                $rows[] = Row::of("$result[feed], $step", 'µs an item', $summary);
            }
        }

        return $rows;
    }
}
