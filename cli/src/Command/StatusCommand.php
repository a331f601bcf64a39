<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Cli\Cron\LastRuns;
use Aco\Cli\Doctor\DoctorOutput;
use Aco\Cli\Doctor\Finding;
use Aco\Cli\Doctor\IntegrationCheck;
use Aco\Cli\Doctor\Level;
use Aco\Cli\Doctor\WorkCheck;
use Aco\Cli\FeedName;
use Aco\Cli\Log\LoggedOnError;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\StatusOutput;
use Aco\Cli\Report\FailedItems;
use Aco\Cli\Report\FeedFigures;
use Aco\Cli\Report\FeedTables;
use Aco\Cli\Report\ItemFacts;
use Aco\Cli\Report\Metrics;
use Aco\Cli\Report\PageFile;
use Aco\Cli\Report\QuotaUse;
use Aco\Cli\Report\StatusPage;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\ItemSearch;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'status', description: 'Shows what was delivered, has failed or is waiting')]
final class StatusCommand extends Command implements LoggedOnError
{
    private const MAX_ON_PAGE = 1000;

    protected function configure(): void
    {
        $this->addFeedOption('Only this feed');
        $this->addOption('failed', null, InputOption::VALUE_NONE, 'List the items that failed');
        $this->addOption('html', null, InputOption::VALUE_REQUIRED, 'Write everything to this file, as an HTML page');
        $this->addOption('check', null, InputOption::VALUE_NONE, 'One line and exit code for monitoring: 0, 1 or 2');
        $this->addOption('metrics', null, InputOption::VALUE_REQUIRED, 'Write metrics for Prometheus to this file');
        DoctorCommand::addMaxWaiting($this);
    }

    protected function perform(Console $console): int
    {
        try {
            return $this->report($console);
        } catch (CommandFailure $e) {
            if (!$console->option('check')) {
                throw $e;
            }

            // Monitoring looks at the output alone.
            $findings = [Finding::critical('database', $e->getMessage())];
            DoctorOutput::line($console, $findings);

            return Level::worst($findings)->exitCode();
        }
    }

    private function report(Console $console): int
    {
        $wanted = array_map(FeedName::feed(...), $console->option('feed'));
        $maxWaiting = DoctorCommand::maxWaiting($console);
        $workspace = Workspace::fromInput($console->input);
        $database = $workspace->openExisting();

        if ($console->option('failed') && $console->option('html') === null) {
            $items = FailedItems::of(new FeedStore($database), $wanted ?: Feed::cases());
            $console->isJson()
                ? StatusOutput::failedJson($console->output, $items)
                : StatusOutput::failed($console->output, $items);

            return self::SUCCESS;
        }

        $values = $workspace->configStore($database)->values();
        $tables = new FeedTables($database);
        $figures = $wanted === [] ? $tables->all() : array_map($tables->figures(...), $wanted);
        $quota = QuotaUse::of($tables, ConnectionFactory::limits($values));
        $findings = self::findings($database, $figures, $maxWaiting);

        $written = array_filter([
            'html' => self::writePage($console, $values[Setting::TENANT_ID] ?? '', $figures, $quota, $database),
            'metrics' => self::writeMetrics($console, $figures, $quota, $database, $findings),
        ], is_string(...));

        if ($console->option('check')) {
            DoctorOutput::line($console, $findings);

            return Level::worst($findings)->exitCode();
        }

        self::print($console, $figures, $quota, $written);

        return self::SUCCESS;
    }

    /**
     * @param list<FeedFigures> $figures
     * @return list<Finding>
     */
    private static function findings(Database $database, array $figures, int $maxWaiting): array
    {
        return [
            ...WorkCheck::of($figures, new LastRuns($database), $maxWaiting)->findings(),
            ...(new IntegrationCheck($database, time(), $maxWaiting))->findings(),
        ];
    }

    /**
     * @param list<FeedFigures> $figures
     * @param array<string, string> $written files by option
     */
    private static function print(Console $console, array $figures, QuotaUse $quota, array $written): void
    {
        if ($console->isJson()) {
            $console->printJson([
                'feeds' => array_combine(
                    array_map(static fn (FeedFigures $feed): string => $feed->feed->value, $figures),
                    array_map(static fn (FeedFigures $feed): array => $feed->data(), $figures),
                ),
                'lastMinute' => $quota->data(),
                'html' => $written['html'] ?? null,
                'metrics' => $written['metrics'] ?? null,
            ]);
        } elseif ($written !== []) {
            $console->print('Written to ' . implode(' and ', $written));
        } else {
            StatusOutput::overview($console->output, $figures, $quota);
        }
    }

    /**
     * @param list<FeedFigures> $figures
     * @return ?string the file
     */
    private static function writePage(
        Console $console,
        string $tenant,
        array $figures,
        QuotaUse $quota,
        Database $database,
    ): ?string {
        $file = self::file($console, 'html');
        if ($file === null) {
            return null;
        }

        $failed = [];
        $count = 0;

        foreach (FailedItems::of(new FeedStore($database), array_column($figures, 'feed')) as $item) {
            if ($count++ < self::MAX_ON_PAGE) {
                $failed[] = $item;
            }
        }

        $page = new StatusPage($tenant, $figures, $quota, new \DateTimeImmutable());
        PageFile::write($file, $page->html($failed, $count, self::items($database, $figures)));

        return $file;
    }

    /**
     * The first items of each feed: what a small feed leaves of its share, larger ones may take.
     *
     * @param list<FeedFigures> $figures
     * @return list<array<string, mixed>>
     */
    private static function items(Database $database, array $figures): array
    {
        $store = new FeedStore($database);
        usort($figures, static fn (FeedFigures $a, FeedFigures $b): int => $a->rows <=> $b->rows);
        $room = self::MAX_ON_PAGE;
        $items = [];

        foreach ($figures as $number => $feed) {
            $share = intdiv($room, count($figures) - $number);
            $rows = $store->search($feed->feed, new ItemSearch(), 0, $share);
            $room -= count($rows);
            foreach ($rows as $row) {
                $items[] = ItemFacts::of($feed->feed, $row);
            }
        }

        return $items;
    }

    /**
     * @param list<FeedFigures> $figures
     * @param list<Finding> $findings
     * @return ?string the file
     */
    private static function writeMetrics(
        Console $console,
        array $figures,
        QuotaUse $quota,
        Database $database,
        array $findings,
    ): ?string {
        $file = self::file($console, 'metrics');
        if ($file !== null) {
            $runs = new LastRuns($database);
            PageFile::write($file, (new Metrics($figures, $quota, $runs->all(), $runs->ends(), $findings))->text());
        }

        return $file;
    }

    private static function file(Console $console, string $option): ?string
    {
        $file = $console->option($option);

        return $file === '' || ($file !== null && is_dir($file))
            ? throw new CommandFailure("--$option must name a file.")
            : $file;
    }
}
