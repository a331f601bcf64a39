<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Report\FeedFigures;
use Aco\Cli\Report\QuotaUse;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Output\OutputInterface;

/** What status prints. */
final class StatusOutput
{
    private const MAX_LISTED = 200;
    private const MAX_SCOPES = 12;

    /** @param list<FeedFigures> $feeds */
    public static function overview(OutputInterface $output, array $feeds, QuotaUse $quota): void
    {
        $table = new Table($output);
        $table->setHeaders([
            'Feed', 'Source', 'Sent', 'Deleted', 'Failed', 'To retry', 'Waiting', 'Oldest waiting (UTC)',
            'Last sync (UTC)',
        ]);
        Columns::right($table, 1, 6);

        foreach ($feeds as $feed) {
            $counts = [
                $feed->source, $feed->delivered, $feed->deleted, $feed->failed, $feed->toRetry, $feed->waiting,
            ];
            $table->addRow([
                $feed->feed->value,
                ...array_map(number_format(...), $counts),
                $feed->oldestWaiting ?? '-',
                $feed->lastSync ?? 'never',
            ]);
        }

        $table->render();

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
        $table = new Table($output);
        $table->setHeaders(['Feed', 'Item', 'Status', 'Field', 'Message', 'Request id', 'Attempts']);
        Columns::right($table, 6, 6);
        $listed = 0;

        foreach ($items as $item) {
            if ($listed++ < self::MAX_LISTED) {
                $table->addRow(array_map(
                    static fn (string $member): string
                        => OutputFormatter::escape(Text::printable((string) $item[$member], 200)),
                    ['feed', 'item', 'label', 'field', 'message', 'requestId', 'attempts'],
                ));
            }
        }

        if ($listed === 0) {
            $output->writeln('No item has failed.');

            return;
        }

        $table->render();

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
            $shown[] = Text::printable($code === '' ? '?' : (string) $code, 64) . ' ' . number_format($rows);
        }
        $rest = count($scopes) - count($shown);

        return implode(', ', $shown) . ($rest > 0 ? " and $rest more" : '');
    }
}
