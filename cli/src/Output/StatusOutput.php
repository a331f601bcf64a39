<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Report\FeedFigures;
use Aco\Cli\Report\QuotaUse;
use Aco\Cli\Store\Status;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** What status prints. */
final class StatusOutput
{
    private const MAX_LISTED = 200;
    private const MAX_SCOPES = 12;

    /** @param list<FeedFigures> $feeds */
    public static function overview(OutputInterface $output, array $feeds, QuotaUse $quota): void
    {
        $table = new ResultTable([
            'Feed', 'Source', 'Sent', 'Deleted', 'Failed', 'To retry', 'Waiting', 'Oldest waiting (UTC)',
            'Last sync (UTC)',
        ], range(1, 6));

        foreach ($feeds as $feed) {
            $table->add([
                $feed->feed->value,
                number_format($feed->source),
                number_format($feed->delivered),
                number_format($feed->deleted),
                ResultTable::bad($feed->failed),
                ResultTable::bad($feed->toRetry, 'yellow'),
                ResultTable::bad($feed->waiting, 'yellow'),
                $feed->oldestWaiting ?? '-',
                $feed->lastSync ?? 'never',
            ]);
        }

        $table->render($output);

        foreach ($feeds as $feed) {
            if ($feed->scopes !== []) {
                $output->writeln("  {$feed->feed->value}: " . OutputFormatter::escape(self::scopes($feed->scopes)));
            }
        }

        $used = array_map(
            static fn (array $line): string => sprintf(
                '%s %s %s',
                number_format($line['used']),
                $line['limit'] > 0 ? 'of ' . number_format($line['limit']) : '(no limit)',
                lcfirst($line['name']),
            ),
            $quota->lines(),
        );
        $output->writeln('  sent in the last minute: ' . implode(', ', $used));
    }

    /** @param iterable<array<string, mixed>> $items */
    public static function failed(OutputInterface $output, iterable $items): void
    {
        $table = new ResultTable(['Feed', 'Item', 'Status', 'Field', 'Message', 'Request id', 'Attempts'], [6]);
        $listed = 0;

        foreach ($items as $item) {
            if ($listed++ < self::MAX_LISTED) {
                $colour = Status::isToRetry($item['status']) ? 'yellow' : 'red';
                $cells = array_map(
                    static fn (string $member): string => ResultTable::text((string) $item[$member], 200),
                    ['feed', 'item', 'label', 'field', 'message', 'requestId', 'attempts'],
                );
                $table->add(array_replace($cells, [2 => "<fg=$colour>$cells[2]</>"]));
            }
        }

        if ($listed === 0) {
            $output->writeln('No item has failed.');

            return;
        }

        $table->render($output);

        if ($listed > self::MAX_LISTED) {
            $output->writeln(number_format($listed - self::MAX_LISTED) . ' more: --json lists all.');
        }
    }

    /**
     * Written item by item: the list can be as long as the catalog.
     *
     * @param iterable<array<string, mixed>> $items
     */
    public static function failedJson(OutputInterface $output, iterable $items): void
    {
        $options = OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET;
        $output->write('{"items":[', false, $options);
        $separator = "\n";
        foreach ($items as $item) {
            $output->write($separator . Json::encode($item), false, $options);
            $separator = ",\n";
        }
        $output->writeln("\n]}", $options);
    }

    /** @param array<string, int> $scopes */
    private static function scopes(array $scopes): string
    {
        $shown = [];
        foreach (array_slice($scopes, 0, self::MAX_SCOPES, true) as $code => $rows) {
            $shown[] = Text::printable($code === '' ? '(none)' : (string) $code, 64) . ' ' . number_format($rows);
        }
        $rest = count($scopes) - count($shown);

        return implode(', ', $shown) . ($rest > 0 ? " and $rest more" : '');
    }
}
