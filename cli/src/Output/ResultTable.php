<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Helper\Helper;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Helper\TableSeparator;
use Symfony\Component\Console\Helper\TableStyle;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Output\StreamOutput;
use Symfony\Component\Console\Terminal;

/**
 * A table that fits into the terminal: without the columns that say nothing where all have no room, else with each row
 * as a list. In a pipe or file it is as wide as it needs to be, unless COLUMNS says otherwise.
 */
final class ResultTable
{
    /** Of a border and the blank beside it. */
    private const BORDER = 2;
    private const MIN_WIDTH = 30;

    /** @var list<list<string>|null> texts with markup; null for a line between rows */
    private array $rows = [];

    /**
     * @param list<string> $headings
     * @param list<int> $numbers columns of numbers
     */
    public function __construct(private readonly array $headings, private readonly array $numbers = [])
    {
    }

    /** A cell of plain text, from wherever. */
    public static function text(string $text, int $limit = 1000): string
    {
        return OutputFormatter::escape(Text::printable($text, $limit));
    }

    /** A number that is good news only while it is 0. */
    public static function bad(int $number, string $colour = 'red'): string
    {
        return $number === 0 ? '0' : "<fg=$colour>" . number_format($number) . '</>';
    }

    /** @param list<string> $cells with markup */
    public function add(array $cells): void
    {
        $this->rows[] = $cells;
    }

    public function addLine(): void
    {
        $this->rows[] = null;
    }

    public function render(OutputInterface $output): void
    {
        $limit = self::limit($output);
        $columns = array_keys($this->headings);

        if ($this->width($output, $columns) > $limit) {
            $columns = array_values(array_filter($columns, $this->saysSomething(...)));
        }

        $width = $this->width($output, $columns);
        $isList = $width > $limit && count($columns) > 2;
        $last = count($columns) - 1;
        // Of a cell beside the headings of a list; else of the last column.
        $room = match (true) {
            $isList => $limit - 2 * self::BORDER - max(array_map(Helper::width(...), $this->headings)) - strlen(': '),
            $width > $limit
                => max($limit - $width + $this->columnWidth($output, $columns[$last]), intdiv($limit, 2)),
            default => PHP_INT_MAX,
        };
        $table = $this->table($output, $columns, $isList, $room);

        if ($isList) {
            $table->setVertical()->setColumnMaxWidth(0, $limit - 2 * self::BORDER);
        } elseif ($width > $limit) {
            $table->setColumnMaxWidth($last, $room);
        }

        $table->render();
    }

    /**
     * @param list<int> $columns
     * @param int $room of what may be wrapped: each cell of a list, else the last one of a row
     */
    private function table(OutputInterface $output, array $columns, bool $isList, int $room): Table
    {
        $pick = static fn (array $cells): array => array_map(static fn (int $column) => $cells[$column], $columns);
        $table = (new Table($output))->setHeaders($pick($this->headings));
        $style = (new TableStyle())->setPadType(STR_PAD_LEFT);

        foreach (array_keys(array_intersect($columns, $isList ? [] : $this->numbers)) as $place) {
            $table->setColumnStyle($place, $style);
        }

        foreach ($this->rows as $cells) {
            if ($cells !== null) {
                $row = $pick($cells);
                $last = count($row) - 1;
                $table->addRow($isList
                    ? array_map(static fn (string $cell): string => self::wrapped($cell, $room), $row)
                    : array_replace($row, [$last => self::wrapped($row[$last], $room)]));
            } elseif (!$isList) {
                $table->addRow(new TableSeparator());
            }
        }

        return $table;
    }

    /** Between words; in longer ones after a character that ends a part of them. Symfony breaks what remains. */
    private static function wrapped(string $cell, int $width): string
    {
        $width = max(1, $width);

        if (Helper::width($cell) <= $width) {
            return $cell;
        }

        $least = intdiv($width, 3) + 1;
        $parts = sprintf('~.{1,%1$d}$|.{%2$d,%1$d}(?<=[],;:/&?}_-])|.{1,%1$d}~Du', $width, $least);
        // Markup is no word.
        $cell = str_contains($cell, '<') ? $cell : (string) preg_replace_callback(
            sprintf('~\S{%d,}~u', $width + 1),
            static function (array $word) use ($parts): string {
                preg_match_all($parts, $word[0], $found);

                return implode("\n", $found[0]);
            },
            $cell,
        );

        return wordwrap(rtrim($cell), $width);
    }

    /** @param list<int> $columns */
    private function width(OutputInterface $output, array $columns): int
    {
        $widths = array_map(fn (int $column): int => $this->columnWidth($output, $column) + 3, $columns);

        return array_sum($widths) + 1;
    }

    private function columnWidth(OutputInterface $output, int $column): int
    {
        return max(array_map(
            static fn (string $cell): int => Helper::width(Helper::removeDecoration($output->getFormatter(), $cell)),
            $this->cells($column),
        ));
    }

    private function saysSomething(int $column): bool
    {
        return array_diff(array_slice($this->cells($column), 1), ['', '0', '-']) !== [];
    }

    /** @return non-empty-list<string> with the heading */
    private function cells(int $column): array
    {
        return [$this->headings[$column], ...array_column(array_filter($this->rows), $column)];
    }

    private static function limit(OutputInterface $output): int
    {
        $isTerminal = $output instanceof StreamOutput && stream_isatty($output->getStream());
        // Symfony sets the variable of the process, not this copy of what the caller has set.
        $columns = $isTerminal || isset($_SERVER['COLUMNS']) ? (new Terminal())->getWidth() : 0;

        return $columns > 0 ? max($columns, self::MIN_WIDTH) : PHP_INT_MAX;
    }
}
