<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Cli\FeedName;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\StatusOutput;
use Aco\Cli\Report\FailedItems;
use Aco\Cli\Report\FeedFigures;
use Aco\Cli\Report\FeedTables;
use Aco\Cli\Report\PageFile;
use Aco\Cli\Report\QuotaUse;
use Aco\Cli\Report\StatusPage;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'status', description: 'Shows what was delivered, has failed or is waiting')]
final class StatusCommand extends Command implements LoggedOnFailure
{
    private const MAX_ON_PAGE = 1000;

    protected function configure(): void
    {
        $this->addFeedOption('Only this feed');
        $this->addOption('failed', null, InputOption::VALUE_NONE, 'List the items that failed');
        $this->addOption('html', null, InputOption::VALUE_REQUIRED, 'Write everything to this file, as an HTML page');
    }

    protected function perform(Console $console): int
    {
        $feeds = array_map(FeedName::feed(...), $console->option('feed')) ?: Feed::cases();
        $workspace = Workspace::fromInput($console->input);
        $database = $workspace->openExisting();
        $store = new FeedStore($database);

        if ($console->option('failed') && $console->option('html') === null) {
            $items = FailedItems::of($store, $feeds);
            $console->isJson()
                ? StatusOutput::failedJson($console->output, $items)
                : StatusOutput::failed($console->output, $items);

            return self::SUCCESS;
        }

        $values = $workspace->configStore($database)->values();
        $tables = new FeedTables($database);
        $figures = array_map($tables->figures(...), $feeds);
        $quota = QuotaUse::of($tables, ConnectionFactory::limits($values));
        $file = $console->option('html');
        if ($file !== null) {
            self::writePage(
                $file,
                $values[Setting::TENANT_ID] ?? '',
                $figures,
                $quota,
                FailedItems::of($store, $feeds),
            );
        }

        if ($console->isJson()) {
            $console->printJson([
                'feeds' => array_combine(
                    array_column($feeds, 'value'),
                    array_map(static fn (FeedFigures $feed): array => $feed->data(), $figures),
                ),
                'lastMinute' => $quota->data(),
                'html' => $file,
            ]);
        } elseif ($file !== null) {
            $console->print("Written to $file");
        } else {
            StatusOutput::overview($console->output, $figures, $quota);
        }

        return self::SUCCESS;
    }

    /**
     * @param list<FeedFigures> $figures
     * @param iterable<array<string, mixed>> $items
     */
    private static function writePage(
        string $file,
        string $tenant,
        array $figures,
        QuotaUse $quota,
        iterable $items,
    ): void {
        if ($file === '' || is_dir($file)) {
            throw new CommandFailure('--html must name a file.');
        }

        $failed = [];
        $count = 0;

        foreach ($items as $item) {
            if ($count++ < self::MAX_ON_PAGE) {
                $failed[] = $item;
            }
        }

        $page = new StatusPage($tenant, $figures, $quota, $failed, $count, new \DateTimeImmutable());
        PageFile::write($file, $page->html());
    }
}
