<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\ExitCode;
use Aco\Cli\Source\BadLine;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\SyncResult;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** What a sync prints when it has ended. */
final class SyncOutput
{
    private const MAX_FAILURES = 5;

    public static function print(OutputInterface $output, SyncResult $result): void
    {
        self::table($output, $result);
        foreach ($result->reports as $report) {
            self::badLines($output, $report);
            self::failures($output, $report);

            if ($report->repaired > 0) {
                self::line($output, sprintf(
                    '%s: invalid UTF-8 was replaced in %s %s',
                    $report->feed->value,
                    number_format($report->repaired),
                    $report->repaired === 1 ? 'line' : 'lines',
                ));
            }
        }
    }

    /** @return array<string, mixed> */
    public static function data(SyncResult $result): array
    {
        $feeds = [];

        foreach ($result->reports as $report) {
            $feeds[$report->feed->value] = self::counters($report) + [
                'reason' => $report->reason,
                'failures' => $report->failures->all(),
                'otherFailures' => $report->failures->others(),
                'badLines' => array_map(static fn (BadLine $line): array => $line->data(), $report->badLines),
                'badLineCount' => $report->badLineCount,
                'inputError' => $report->inputError,
                'deletionHeld' => $report->deletionHeld,
                'toSendAgain' => $report->toSendAgain,
            ];
        }

        return [
            'exitCode' => $result->exitCode(),
            'feeds' => $feeds === [] ? new \stdClass() : $feeds,
            'notFound' => $result->missing,
            'requests' => $result->requests,
            'bytes' => $result->bytes,
            'bytesSent' => $result->bytesSent,
            'seconds' => round($result->seconds, 3),
        ] + ($result->exitCode() === ExitCode::NOTHING_DELIVERED
            ? ['error' => ['exitCode' => $result->exitCode(), 'message' => $result->sentence()]]
            : []);
    }

    private static function table(OutputInterface $output, SyncResult $result): void
    {
        if ($result->reports === []) {
            $output->writeln('Nothing to send.');

            return;
        }

        $columns = [
            'read' => 'Read',
            'unchanged' => 'Unchanged',
            'sent' => 'Sent',
            'accepted' => 'Accepted',
            'deleted' => 'Deleted',
            'rejected' => 'Rejected',
            'toRetry' => 'To retry',
            'skipped' => 'Skipped',
            'requests' => 'Requests',
        ];

        if (array_sum(array_column($result->reports, 'deleted')) === 0) {
            unset($columns['deleted']);
        }

        $table = new ResultTable(['Feed', ...array_values($columns), 'Seconds'], range(1, count($columns) + 1));

        foreach ($result->reports as $report) {
            $counters = self::counters($report);
            $shown = array_map(static fn (string $name): string => match ($name) {
                'rejected' => ResultTable::bad($counters[$name]),
                'toRetry' => ResultTable::bad($counters[$name], 'yellow'),
                default => number_format($counters[$name]),
            }, array_keys($columns));
            $table->add([$report->feed->value, ...$shown, number_format($report->seconds, 1)]);
        }

        $table->render($output);
    }

    /** @return array<string, int|float> */
    private static function counters(FeedReport $report): array
    {
        return [
            'read' => $report->read,
            'unchanged' => $report->unchanged,
            'unchangedRejected' => $report->unchangedRejected,
            'resumed' => $report->resumed,
            'sent' => $report->sent,
            'accepted' => $report->accepted,
            'patched' => $report->patched,
            'bytesSaved' => $report->bytesSaved,
            'deleted' => $report->deleted,
            'rejected' => $report->rejected,
            'toRetry' => $report->toRetry,
            'skipped' => $report->skipped,
            'repaired' => $report->repaired,
            'withoutBody' => $report->withoutBody,
            'withoutKey' => $report->withoutKey,
            'requests' => $report->requests,
            'seconds' => round($report->seconds, 3),
        ];
    }

    private static function badLines(OutputInterface $output, FeedReport $report): void
    {
        foreach ($report->badLines as $line) {
            self::line($output, "{$line->place()}: {$line->reason}");
        }

        if ($report->badLineCount > count($report->badLines)) {
            self::line($output, sprintf(
                '%s: %s more lines that cannot be read',
                $report->feed->value,
                number_format($report->badLineCount - count($report->badLines)),
            ));
        }

        if ($report->inputError !== null) {
            self::line($output, "{$report->inputError}: the items before that were processed");
        }
    }

    private static function failures(OutputInterface $output, FeedReport $report): void
    {
        // The reason stands in the closing sentence.
        $kinds = array_values(array_filter(
            $report->failures->all(),
            static fn (array $kind): bool => $kind['message'] !== $report->reason,
        ));

        foreach (array_slice($kinds, 0, self::MAX_FAILURES) as $kind) {
            $saysField = str_starts_with($kind['message'], $kind['field'] ?? '');
            self::line($output, sprintf(
                '%s %s: %s%s%s',
                $report->feed->value,
                $kind['item'],
                $saysField ? '' : $kind['field'] . ': ',
                $kind['message'],
                $kind['count'] > 1 ? sprintf(' (%s items)', number_format($kind['count'])) : '',
            ));
        }

        $rest = $report->failures->others()
            + array_sum(array_column(array_slice($kinds, self::MAX_FAILURES), 'count'));
        if ($rest > 0) {
            self::line($output, sprintf('%s: %s more failures', $report->feed->value, number_format($rest)));
        }
    }

    private static function line(OutputInterface $output, string $text): void
    {
        $output->writeln('  ' . OutputFormatter::escape(Text::printable($text)));
    }
}
