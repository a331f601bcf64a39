<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Helper\TableStyle;

/** Alignment of table columns. */
final class Columns
{
    /** Right-aligns columns of numbers. */
    public static function right(Table $table, int $first, int $last): void
    {
        $style = (new TableStyle())->setPadType(STR_PAD_LEFT);
        for ($column = $first; $column <= $last; $column++) {
            $table->setColumnStyle($column, $style);
        }
    }
}
