<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Verify\SentItem;
use Aco\Cli\Verify\State;
use Aco\Cli\Verify\VerifyReport;
use Symfony\Component\Console\Output\OutputInterface;

/** What verify prints. */
final class VerifyOutput
{
    private const MAX_ITEMS = 100;
    private const MAX_VALUE = 120;

    public static function print(OutputInterface $output, VerifyReport $report): void
    {
        $failures = $report->failures();
        foreach (array_slice($failures, 0, self::MAX_ITEMS) as $item) {
            self::item($output, $item);
        }
        if (count($failures) > self::MAX_ITEMS) {
            $output->writeln(number_format(count($failures) - self::MAX_ITEMS) . ' more: --json lists all.');
        }

        $figures = $report->figures();
        $table = new ResultTable(['Checked', 'Shown', 'Missing', 'Stale', 'Different'], [0, 1, 2, 3, 4]);
        $table->add([
            number_format($figures['checked']),
            number_format($figures['shown']),
            ResultTable::bad($figures['missing']),
            ResultTable::bad($figures['stale'], 'yellow'),
            ResultTable::bad($figures['different']),
        ]);
        $table->render($output);

        $delays = $report->delays();
        if ($delays['items'] > 0) {
            $output->writeln(sprintf(
                'From sending to showing at most: p50 %s s, p95 %s s, p99 %s s (items: %s, seen to appear: %s).',
                $delays['p50'],
                $delays['p95'],
                $delays['p99'],
                number_format($delays['items']),
                number_format($delays['seenToAppear']),
            ));
        }

        foreach ([...$report->notes(), ...$report->problems()] as $line) {
            $output->writeln(ResultTable::text($line));
        }
        if ($report->scheduled > 0) {
            $output->writeln(number_format($report->scheduled)
                . ($report->scheduled === 1 ? ' row is' : ' rows are') . ' sent again by the next sync.');
        }
    }

    private static function item(OutputInterface $output, SentItem $item): void
    {
        $colour = $item->state === State::Stale ? 'yellow' : 'red';
        $label = ResultTable::text("{$item->sku} / {$item->storeView}");
        $output->writeln("$label <fg=$colour>{$item->state->value}</>");
        foreach ($item->differences as $difference) {
            $output->writeln(sprintf(
                '  %s: sent %s, shown %s',
                ResultTable::text($difference['field'], self::MAX_VALUE),
                ResultTable::text(Json::encode($difference['sent']), self::MAX_VALUE),
                ResultTable::text(Json::encode($difference['shown']), self::MAX_VALUE),
            ));
        }
    }
}
