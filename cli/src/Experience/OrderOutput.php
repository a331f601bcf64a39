<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\ExitCode;
use Aco\Cli\Output\ResultTable;
use Aco\Cli\Output\Text;
use Aco\Cli\Source\BadLine;
use Aco\Cli\Store\Status;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands about orders print. */
final class OrderOutput
{
    private const ITEMS = 'orders';
    private const MAX_FAILURES = 5;
    private const MAX_LISTED = 200;
    private const TYPE_PREFIX = 'commerce.backoffice';

    private const LABELS = [
        'unchanged' => 'without new events', 'unchangedRefused' => 'of those refused before',
        'suppressed' => 'suppressed', 'withoutConsent' => 'withheld: the shopper has refused',
        'withheldByDefault' => 'withheld: the shopper has not consented',
        'switchedOff' => 'of disabled websites', 'deleted' => 'deleted in Commerce',
        'tooOld' => 'older than the retention', 'outside' => 'outside the range',
        'refused' => 'refused', 'events' => 'new events',
        'trackingLeftOut' => 'without their tracking number, which is not numeric: see --tracking-path',
        'withoutDetails' => 'without names and options, to fit into a request',
        'shortened' => 'shortened to fit into a request', 'linesLeftOut' => 'lines omitted from those',
        'resumed' => 'events of earlier runs',
        'delivered' => 'delivered', 'rejected' => 'rejected', 'toRetry' => 'to retry',
        'held' => 'held until their website is configured', 'forgotten' => 'dropped: not to be sent any more',
        'removed' => 'orders past the retention, removed',
        'records' => 'new profile records', 'recordsUnchanged' => 'profile records as they were',
        'recordsResumed' => 'profile records of earlier runs', 'recordsDelivered' => 'profile records delivered',
        'recordsRejected' => 'profile records rejected', 'recordsToRetry' => 'profile records to retry',
        'recordsHeld' => 'profile records held until their website is configured', 'requests' => 'requests',
    ];

    /** @param string $items what was read */
    public static function print(OutputInterface $output, OrderReport $report, string $items = self::ITEMS): void
    {
        $labels = ['read' => "$items read"] + self::LABELS;
        foreach ($report->counters() as $name => $count) {
            if (isset($labels[$name]) && ($count > 0 || $name === 'read' || $name === 'delivered')) {
                $output->writeln(sprintf('%12s  %s', number_format($count), $labels[$name]));
            }
        }

        foreach ($report->byType as $type => $count) {
            $output->writeln(sprintf('%12s  %s', number_format($count), self::short($type)));
        }

        foreach ($report->badLines as $line) {
            self::line($output, "{$line->place()}: {$line->reason}");
        }

        if ($report->badLineCount > count($report->badLines)) {
            self::line(
                $output,
                number_format($report->badLineCount - count($report->badLines)) . ' more lines that cannot be read',
            );
        }
        if ($report->inputError !== null) {
            self::line($output, "{$report->inputError}: the items before that were processed");
        }

        foreach (array_slice($report->failures->all(), 0, self::MAX_FAILURES) as $kind) {
            self::line($output, "{$kind['item']}: {$kind['message']}"
                . ($kind['count'] > 1 ? ' (' . number_format($kind['count']) . ' times)' : ''));
        }
    }

    /** @return array<string, mixed> in the shape of sync --json */
    public static function data(OrderReport $report, string $items = self::ITEMS): array
    {
        return [
            'exitCode' => $report->exitCode(),
            'feeds' => [$items => $report->counters() + [
                'byType' => (object) $report->byType,
                'failures' => $report->failures->all(),
                'otherFailures' => $report->failures->others(),
                'badLines' => array_map(static fn (BadLine $line): array => $line->data(), $report->badLines),
                'badLineCount' => $report->badLineCount,
                'inputError' => $report->inputError,
                'errors' => $report->errors,
                'reasons' => $report->reasons,
            ]],
        ] + ($report->exitCode() === ExitCode::NOTHING_DELIVERED
            ? ['error' => ['exitCode' => $report->exitCode(), 'message' => self::sentence($report)]]
            : []);
    }

    /** @return array<string, mixed> */
    public static function log(OrderReport $report, string $items = self::ITEMS): array
    {
        return ['feed' => $items] + array_filter(
            $report->counters(),
            static fn (int|float $count): bool => $count > 0,
        )
            + array_filter(['badLines' => $report->badLineCount, 'message' => self::sentence($report)]);
    }

    /** What to do about settings or service, else "". */
    public static function sentence(OrderReport $report): string
    {
        return implode(' ', [...$report->errors, ...array_unique($report->reasons)]);
    }

    /**
     * @param array{orders: int, refused: int, oldestWaiting: ?string} $overview
     * @param list<array{website: string, type: string, status: int, events: int}> $counts
     */
    public static function status(OutputInterface $output, array $overview, array $counts): void
    {
        $table = new ResultTable(['Website', 'Event', 'State', 'Events'], [3]);

        foreach ($counts as $count) {
            $table->add([
                ResultTable::text($count['website'] === '' ? '(none)' : $count['website'], 64),
                self::short($count['type']),
                Status::label($count['status']),
                number_format($count['events']),
            ]);
        }

        $table->render($output);
        $output->writeln(sprintf(
            '  %s orders, %s of them could not be mapped; oldest waiting (UTC): %s',
            number_format($overview['orders']),
            number_format($overview['refused']),
            $overview['oldestWaiting'] ?? '-',
        ));
    }

    /**
     * @param iterable<array{
     *     order: string, number: ?string, event: ?string, type: ?string, status: int, message: string
     * }> $items
     */
    public static function failed(OutputInterface $output, iterable $items): void
    {
        $table = new ResultTable(['Order', 'Event', 'State', 'Message']);
        $listed = 0;

        foreach ($items as $item) {
            if ($listed++ < self::MAX_LISTED) {
                $colour = Status::isToRetry($item['status']) ? 'yellow' : 'red';
                $cells = array_map(
                    static fn (string $text): string => ResultTable::text($text, 200),
                    [
                        $item['number'] ?? $item['order'],
                        self::short($item['type'] ?? '-'),
                        Status::label($item['status']),
                        $item['message'],
                    ],
                );
                $table->add(array_replace($cells, [2 => "<fg=$colour>$cells[2]</>"]));
            }
        }

        if ($listed === 0) {
            $output->writeln('Nothing has failed.');

            return;
        }

        $table->render($output);

        if ($listed > self::MAX_LISTED) {
            $output->writeln(number_format($listed - self::MAX_LISTED) . ' more: --json lists all.');
        }
    }

    private static function short(string $type): string
    {
        return str_starts_with($type, self::TYPE_PREFIX) ? substr($type, strlen(self::TYPE_PREFIX)) : $type;
    }

    private static function line(OutputInterface $output, string $text): void
    {
        $output->writeln('  ' . OutputFormatter::escape(Text::printable($text)));
    }
}
