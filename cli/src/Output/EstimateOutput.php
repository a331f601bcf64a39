<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Estimate\Duration;
use Aco\Cli\Estimate\Volume;
use Aco\Limits;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** What estimate prints. */
final class EstimateOutput
{
    /** @param list<Volume> $volumes */
    public static function print(OutputInterface $output, array $volumes, Limits $limits): void
    {
        $table = new ResultTable(['Feed', 'Records', 'Requests', "Adobe's rule", 'Your limits'], range(1, 4));

        foreach ($volumes as $volume) {
            $table->add([
                $volume->feed->value,
                number_format($volume->records),
                number_format($volume->requests),
                Duration::text(Duration::byAdobesRule($volume)),
                Duration::text(Duration::within($limits, $volume)),
            ]);
        }

        $total = self::total($volumes, $limits);
        $table->addLine();
        $table->add([
            'all',
            number_format($total['records']),
            number_format($total['requests']),
            Duration::text($total['secondsByAdobesRule']),
            Duration::text($total['seconds']),
        ]);
        $table->render($output);

        foreach ($volumes as $volume) {
            foreach (self::problems($volume) as $problem) {
                $output->writeln('  ' . OutputFormatter::escape(Text::printable($problem)));
            }
        }
    }

    /**
     * @param list<Volume> $volumes
     * @return array<string, mixed>
     */
    public static function data(array $volumes, Limits $limits): array
    {
        $feeds = [];

        foreach ($volumes as $volume) {
            $feeds[$volume->feed->value] = [
                'records' => $volume->records,
                'requests' => $volume->requests,
                'secondsByAdobesRule' => round(Duration::byAdobesRule($volume), 1),
                'seconds' => round(Duration::within($limits, $volume), 1),
                'refused' => $volume->refused,
                'inputError' => $volume->inputError,
            ];
        }

        return [
            'feeds' => $feeds,
            'total' => self::total($volumes, $limits),
            'limits' => [
                'requestsPerSecond' => $limits->requestsPerSecond,
                'productsPerMinute' => $limits->productsPerMinute,
                'pricesPerMinute' => $limits->pricesPerMinute,
                'concurrency' => $limits->concurrency,
            ],
        ];
    }

    /**
     * @param list<Volume> $volumes
     * @return array{records: int, requests: int, secondsByAdobesRule: float, seconds: float}
     */
    private static function total(array $volumes, Limits $limits): array
    {
        return [
            'records' => array_sum(array_column($volumes, 'records')),
            'requests' => array_sum(array_column($volumes, 'requests')),
            'secondsByAdobesRule' => round(array_sum(array_map(Duration::byAdobesRule(...), $volumes)), 1),
            'seconds' => round(Duration::ofAllWithin($limits, $volumes), 1),
        ];
    }

    /** @return list<string> */
    private static function problems(Volume $volume): array
    {
        $problems = [];
        if ($volume->refused > 0) {
            $problems[] = "{$volume->feed->value}: items or lines that would be refused: "
                . number_format($volume->refused) . ' (sync names them)';
        }
        if ($volume->inputError !== null) {
            $problems[] = "{$volume->inputError}: the items before that were counted";
        }

        return $problems;
    }
}
