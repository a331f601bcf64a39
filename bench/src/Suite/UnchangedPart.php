<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

use Aco\Bench\Items;
use Aco\Bench\Resync;

final class UnchangedPart implements Part
{
    public function __construct(private readonly Items $items, private readonly int $pairs)
    {
    }

    public function title(): string
    {
        return 'Sync in which nothing has changed';
    }

    public function measure(): array
    {
        $result = Resync::measure($this->items, $this->pairs);
        if ($result['requests'] !== 0) {
            throw new \RuntimeException("A sync in which nothing has changed made $result[requests] requests");
        }
        $rows = [];
        $sums = ['mapping and comparing all feeds' => $result['all'], 'the whole command' => $result['command']];
        foreach ($sums as $name => $summary) {
            $rows[] = Row::of($name, 'ms CPU', $summary, 1000);
        }

        return $rows;
    }
}
