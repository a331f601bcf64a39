<?php

declare(strict_types=1);

namespace Aco\Bench\Docs;

use Aco\Bench\Suite\Row;

/**
 * Figures as tables in Markdown.
 */
final class Tables
{
    /**
     * @param array<string, mixed> $result of bench/run
     */
    public static function machine(array $result): string
    {
        [
            'processor' => $processor, 'cores' => $cores, 'php' => $php, 'jit' => $jit, 'aco' => $aco, 'date' => $date,
        ] = $result['environment'];

        return sprintf(
            "%s, %d cores, PHP %s, JIT %s, aco %s, %s. Medians of %d pairs.\n",
            str_replace(['(R)', '(TM)'], '', $processor),
            $cores,
            $php,
            $jit ? 'on' : 'off',
            $aco,
            $date,
            $result['pairs'],
        );
    }

    /**
     * @param array<string, list<Row>> $parts
     */
    public static function comparisons(array $parts): string
    {
        $text = '';

        foreach ($parts as $title => $rows) {
            $text .= "| $title | | ours | reference | ratio | lowest to highest |\n| --- | --- | ---: | ---: | ---: | ---: |\n";

            foreach ($rows as $row) {
                $text .= sprintf(
                    "| %s | %s | %s | %s | **%.2f** | %.2f to %.2f |\n",
                    $row->name,
                    $row->unit,
                    self::figure($row->ours),
                    self::figure($row->reference),
                    $row->ratio,
                    $row->low,
                    $row->high,
                );
            }

            $text .= "\n";
        }

        return rtrim($text) . "\n";
    }

    /**
     * @param array<string, mixed> $counts of bench/instructions
     */
    public static function instructions(array $counts): string
    {
        ['arch' => $arch, 'compiler' => $compiler, 'php' => $php, 'sha1' => $sha1] = $counts['build'];
        $text = "Instructions a document, sample catalog ($arch, $compiler, PHP $php, SHA-1 with $sha1):\n\n"
            . "| feed | bytes | mapping | of it the JSON writer | hashing | share of hashing | a byte, all |\n"
            . "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";

        foreach ($counts['feeds'] as $feed => $row) {
            $all = $row['map'] + $row['hash'];
            $text .= sprintf(
                "| %s | %s | %s | %s | %s | %d %% | %.1f |\n",
                $feed,
                number_format($row['bytes']),
                number_format($row['map']),
                number_format($row['writing']),
                number_format($row['hash']),
                round(100 * $row['hash'] / $all),
                $all / $row['bytes'],
            );
        }

        return $text;
    }

    /**
     * @param array<string, mixed> $profile of bench/profile
     */
    public static function sync(array $profile): string
    {
        $first = $profile['first'];
        $unchanged = $profile['unchanged'];
        $text = number_format($profile['items']) . " items, instructions of the whole command:\n\n"
            . "| work | first sync | nothing has changed |\n| --- | ---: | ---: |\n";

        foreach ($first as $work => $count) {
            $text .= $work === 'all' ? '' : sprintf(
                "| %s | %.0f %% | %.0f %% |\n",
                $work,
                100 * $count / $first['all'],
                100 * $unchanged[$work] / $unchanged['all'],
            );
        }

        return $text . sprintf("| millions | %s | %s |\n", ...array_map(
            static fn (array $counts): string => number_format($counts['all'] / 1e6),
            [$first, $unchanged],
        ));
    }

    private static function figure(float $value): string
    {
        return number_format($value, $value < 10 ? 2 : ($value < 100 ? 1 : 0));
    }
}
