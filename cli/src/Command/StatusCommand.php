<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Output\Columns;
use Aco\Cli\Output\Json;
use Aco\Cli\Output\Text;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Identity;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'status', description: 'Shows what was delivered, what failed and what is waiting')]
final class StatusCommand extends Command
{
    private const MOST_LISTED = 200;

    protected function configure(): void
    {
        $this->addOption('feed', null, InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY, 'Only this feed');
        $this->addOption('failed', null, InputOption::VALUE_NONE, 'List the items that failed');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $feeds = array_map(SourceResolver::feed(...), $input->getOption('feed')) ?: Feed::cases();
        $store = new FeedStore(Workspace::fromInput($input)->openExisting());
        match (true) {
            $input->getOption('failed') && self::isJson($input) => self::failedJson($output, $store, $feeds),
            (bool) $input->getOption('failed') => self::failedTable($output, $store, $feeds),
            self::isJson($input) => self::printJson($output, ['feeds' => self::overview($store, $feeds)]),
            default => self::overviewTable($output, self::overview($store, $feeds)),
        };

        return self::SUCCESS;
    }

    /**
     * @param list<Feed> $feeds
     * @return array<string, array<string, int|string|null>>
     */
    private static function overview(FeedStore $store, array $feeds): array
    {
        $overview = [];
        foreach ($feeds as $feed) {
            $line = ['rows' => 0, 'delivered' => 0, 'deleted' => 0, 'failed' => 0, 'toRetry' => 0, 'waiting' => 0];
            foreach ($store->counts($feed) as ['deleted' => $deleted, 'status' => $status, 'rows' => $rows]) {
                $line['rows'] += $rows;
                $line[match ($status) {
                    Status::DELIVERED => $deleted ? 'deleted' : 'delivered',
                    Status::REJECTED => 'failed',
                    Status::TO_SEND => 'waiting',
                    default => 'toRetry',
                }] += $rows;
            }
            $overview[$feed->value] = $line + ['lastSync' => $store->lastChange($feed)];
        }

        return $overview;
    }

    /** @param array<string, array<string, int|string|null>> $overview */
    private static function overviewTable(OutputInterface $output, array $overview): void
    {
        $table = new Table($output);
        $table->setHeaders(
            ['Feed', 'Rows', 'Delivered', 'Deleted', 'Failed', 'To retry', 'Waiting', 'Last sync (UTC)']
        );
        Columns::right($table, 1, 6);
        foreach ($overview as $feed => $line) {
            $lastSync = array_pop($line) ?? 'never';
            $table->addRow([$feed, ...array_map(number_format(...), array_values($line)), $lastSync]);
        }
        $table->render();
    }

    /** @param list<Feed> $feeds */
    private static function failedTable(OutputInterface $output, FeedStore $store, array $feeds): void
    {
        $table = new Table($output);
        $table->setHeaders(['Feed', 'Item', 'Status', 'Field', 'Message', 'Request id']);
        $listed = 0;
        foreach (self::failed($store, $feeds) as $item) {
            if ($listed++ < self::MOST_LISTED) {
                $table->addRow(array_map(
                    static fn (?string $text): string => OutputFormatter::escape(Text::printable($text ?? '', 200)),
                    array_map(
                        static fn (string $member): ?string => $item[$member],
                        ['feed', 'item', 'label', 'field', 'message', 'requestId'],
                    ),
                ));
            }
        }
        if ($listed === 0) {
            $output->writeln('No item has failed.');

            return;
        }
        $table->render();
        if ($listed > self::MOST_LISTED) {
            $output->writeln(number_format($listed - self::MOST_LISTED) . ' more: --json lists all.');
        }
    }

    /**
     * Written item by item: the list can be as long as the catalog.
     *
     * @param list<Feed> $feeds
     */
    private static function failedJson(OutputInterface $output, FeedStore $store, array $feeds): void
    {
        $options = OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET;
        $output->write('{"items":[', false, $options);
        $separator = "\n";
        foreach (self::failed($store, $feeds) as $item) {
            $output->write($separator . Json::encode($item), false, $options);
            $separator = ",\n";
        }
        $output->writeln("\n]}", $options);
    }

    /**
     * @param list<Feed> $feeds
     * @return \Generator<array<string, mixed>>
     */
    private static function failed(FeedStore $store, array $feeds): \Generator
    {
        foreach ($feeds as $feed) {
            foreach ($store->failed($feed) as $row) {
                yield self::failedItem($feed, $row);
            }
        }
    }

    /** @return array<string, mixed> */
    private static function failedItem(Feed $feed, FeedRow $row): array
    {
        $metadata = json_decode($row->metadata ?? '', true);

        return [
            'feed' => $feed->value,
            'item' => Identity::label($feed, $row->data),
            'feedId' => $row->feedId,
            'sourceEntityId' => $row->sourceEntityId,
            'deleted' => $row->deleted,
            'status' => $row->status,
            'label' => Status::label($row->status),
            'field' => $metadata['field'] ?? null,
            'message' => $row->errors,
            'requestId' => $metadata['requestId'] ?? null,
            'modifiedAt' => $row->modifiedAt,
        ];
    }
}
