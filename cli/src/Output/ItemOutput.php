<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Item\ItemReport;
use Aco\Cli\Item\ItemVersion;
use Aco\Cli\Item\JsonDifference;
use Aco\Cli\Report\ItemFacts;
use Aco\Cli\Store\ItemState;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** What item prints. */
final class ItemOutput
{
    private const MAX_BODY = 2000;
    private const MAX_VALUE = 200;

    public static function print(OutputInterface $output, ItemReport $report): void
    {
        foreach ($report->versions() as $number => $version) {
            $output->writeln(($number === 0 ? '' : "\n") . '<options=bold>'
                . ResultTable::text("{$version->feed->value}  {$version->label()}") . '</>');
            self::version($output, $version);
        }

        foreach ([...$report->notes(), ...$report->problems] as $line) {
            $output->writeln('  ' . ResultTable::text($line));
        }
    }

    private static function version(OutputInterface $output, ItemVersion $version): void
    {
        foreach (self::facts($version) as $name => $text) {
            if ($text !== '') {
                $output->writeln(sprintf('  %-14s %s', $name, $text));
            }
        }

        $difference = $version->source?->difference;
        if ($difference !== null && $difference->changes !== []) {
            $output->writeln('  What differs from the body in the table:');
            self::difference($output, $difference);
        }
    }

    /** @return array<string, string> with markup, by name */
    private static function facts(ItemVersion $version): array
    {
        $nextSync = $version->nextSync();
        $candidate = $version->source?->candidate;
        $document = $candidate?->document;
        $source = [
            'Next sync' => $nextSync === null ? '' : ResultTable::text($nextSync),
            'Refused' => $candidate?->refusal === null ? '' : ResultTable::text($candidate->refusal->message),
            'Hash now' => $document === null ? '' : $document->hash,
            'Would send' => $document === null ? '' : self::body((string) $document),
        ];

        return ($version->row === null ? ['State' => 'not in the table: it was never synced'] : self::row($version))
            + $source;
    }

    /** @return array<string, string> */
    private static function row(ItemVersion $version): array
    {
        $facts = ItemFacts::all($version->feed, $version->row);
        $colour = match ($facts['state']) {
            ItemState::Failed->value => 'red',
            ItemState::ToRetry->value, ItemState::Waiting->value => 'yellow',
            default => 'green',
        };
        $state = $facts['label'] . ($facts['deleted'] ? ' (a deletion)' : '');

        return [
            'State' => "<fg=$colour>" . ResultTable::text($state) . "</> ($facts[status])",
            'Field' => ResultTable::text((string) $facts['field']),
            'Message' => ResultTable::text((string) $facts['message']),
            'Last sync' => ResultTable::text($facts['modifiedAt'] ?? '-') . ' UTC',
            'Next attempt' => $facts['retryAt'] === null ? '' : "$facts[retryAt] UTC or later",
            'Attempts' => (string) $facts['attempts'],
            'Request id' => ResultTable::text((string) $facts['requestId']),
            'Hash' => ResultTable::text($facts['hash'] === '-' ? '- (the next sync sends it again)' : $facts['hash']),
            'Commerce id' => $facts['sourceEntityId'] === 0 ? '' : (string) $facts['sourceEntityId'],
            'Id' => ResultTable::text($facts['feedId']),
            $facts['bodyIsComplete'] ? 'Stored body' : 'Stored key' => self::body($version->row->data),
        ];
    }

    private static function body(string $json): string
    {
        $text = ResultTable::text($json, self::MAX_BODY);

        return strlen($json) > self::MAX_BODY ? "$text (--json shows all)" : $text;
    }

    private static function difference(OutputInterface $output, JsonDifference $difference): void
    {
        foreach ($difference->changes as $change) {
            foreach (['before' => ['-', 'red'], 'after' => ['+', 'green']] as $side => [$sign, $colour]) {
                if (array_key_exists($side, $change)) {
                    $value = ResultTable::text(Json::encode($change[$side]), self::MAX_VALUE);
                    $path = ResultTable::text($change['path'], self::MAX_VALUE);
                    $output->writeln("    <fg=$colour>$sign $path: $value</>");
                }
            }
        }

        if ($difference->others > 0) {
            $output->writeln('    ' . OutputFormatter::escape(number_format($difference->others) . ' more'));
        }
    }
}
