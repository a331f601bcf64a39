<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Experience\Command\OrdersRunner;
use Aco\Cli\Experience\DateRange;
use Aco\Cli\Experience\OrderPlan;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\FeedName;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\SyncOutput;
use Aco\Cli\Output\Text;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Sync\DryRun;
use Aco\Cli\Sync\ItemFilter;
use Aco\Cli\Sync\SyncPlan;
use Aco\Cli\Sync\SyncResult;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'resync', description: 'Sends a feed or some of its items again', aliases: ['saas:resync'])]
final class ResyncCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    private const ORDERS = 'orders';
    private const MAX_BATCH = 999_999_999;
    private const MAX_THREADS = 64;
    /** A resync is a request by hand, which comes after what the schedule is doing. */
    private const DEFAULT_PATIENCE = 300;
    private const MAX_PATIENCE = 86400;

    protected function configure(): void
    {
        $this->addFeedOption('Feed to send again');
        $this->addOption(
            'by-ids',
            null,
            InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY,
            'Only these ids, separated by commas; quote an id that contains a comma: \'"A,B"\'',
        );
        $this->addOption('id-type', null, InputOption::VALUE_REQUIRED, 'Kind of the ids: sku, productId, …');
        $this->addOption('force', null, InputOption::VALUE_NONE, 'Send unchanged items as well');
        $this->addOption('cleanup-feed', null, InputOption::VALUE_NONE, 'Forget what was sent, then send everything');
        $this->addOption('continue-resync', null, InputOption::VALUE_NONE, 'Continue an interrupted resync');
        $this->addOption('dry-run', null, InputOption::VALUE_NONE, 'Report what would be sent, and send nothing');
        $this->addOption('no-reindex', null, InputOption::VALUE_NONE, 'Accepted and ignored: there is no index');
        $this->addOption('from', null, InputOption::VALUE_REQUIRED, 'Orders: all events of those placed from this day on');
        $this->addOption('to', null, InputOption::VALUE_REQUIRED, 'Orders: until this day, YYYY-MM-DD');
        $this->addOption('batch-size', null, InputOption::VALUE_REQUIRED, 'Maximum number of items in a request');
        $this->addOption('thread-count', null, InputOption::VALUE_REQUIRED, 'Requests in flight at once, 1 to 64');

        $this->addOption(
            'wait',
            null,
            InputOption::VALUE_REQUIRED,
            'Seconds to wait while another sync works',
            (string) self::DEFAULT_PATIENCE,
        );

        $this->addSourceArgument(
            InputArgument::OPTIONAL,
            SourceResolver::DESCRIPTION . '; if omitted, the next sync sends the items again',
        );
    }

    protected function perform(Console $console): int
    {
        $name = self::oneFeed($console);
        if (strtolower((string) $name) === self::ORDERS) {
            return self::resyncOrders($console);
        }
        if ($console->option('from') !== null || $console->option('to') !== null) {
            throw new CommandFailure('--from and --to apply to orders only: --feed=orders.');
        }

        $feed = FeedName::feed($name ?? throw new CommandFailure('Give one --feed.'));
        $ids = $console->option('by-ids');
        $only = $ids === [] ? null : ItemFilter::of($feed, $ids, $console->option('id-type'));
        $sendsAll = $console->option('cleanup-feed') || $console->option('force');

        if ($only !== null && $console->option('cleanup-feed')) {
            throw new CommandFailure('--cleanup-feed applies to the whole feed: omit --by-ids.');
        }

        $batchSize = $console->number('batch-size', 1, self::MAX_BATCH);
        $threads = $console->number('thread-count', 1, self::MAX_THREADS);
        $patience = (int) $console->number('wait', 0, self::MAX_PATIENCE);
        $source = $console->argument('source');
        if ($source === null) {
            return self::schedule($console, $feed, $only, $patience);
        }

        $inputs = array_filter(SourceResolver::resolve($source, [$feed->value]));

        if ($console->option('dry-run')) {
            return self::dryRun($console, $feed, $inputs, $only, $sendsAll);
        }

        // First and all at once, so that an interrupted run can continue where it stopped.
        $prepare = $sendsAll && $only === null && !$console->option('continue-resync')
            ? static fn (FeedStore $store) => $store->forgetSent($feed)
            : null;

        return (new SyncRunner($console))->run(
            new SyncPlan($inputs, only: $only, batchSize: $batchSize),
            $prepare,
            $threads,
            $patience,
        );
    }

    /** What Commerce's command of that name does with orders, and with days what the historical sync does. */
    private static function resyncOrders(Console $console): int
    {
        foreach (['by-ids', 'id-type', 'cleanup-feed', 'continue-resync'] as $option) {
            if (!in_array($console->option($option), [null, false, []], true)) {
                throw new CommandFailure("--$option does not apply to orders: choose them with --from and --to.");
            }
        }

        $days = [$console->option('from'), $console->option('to')];
        $history = $console->option('force') || $days !== [null, null] ? DateRange::of(...$days) : null;
        $name = $console->argument('source');
        $file = $name === null ? null : OrderSource::file($name);
        $makePlan = static fn (Database $database): OrderPlan => new OrderPlan(
            $file ?? OrderSource::table($database, null),
            history: $history,
        );
        $runner = new OrdersRunner($console);

        return $console->option('dry-run') ? $runner->dryRun($makePlan) : $runner->run($makePlan);
    }

    /** Makes the next sync send the items again, as scheduling does on Commerce's page. */
    private static function schedule(Console $console, Feed $feed, ?ItemFilter $only, int $patience): int
    {
        $database = Workspace::fromInput($console->input)->openExisting();
        $isDryRun = (bool) $console->option('dry-run');
        if (!$isDryRun) {
            $database->lock(patience: $patience, waiting: $console->printWait(...));
        }

        $rows = self::forget(new FeedStore($database), $feed, $only, $isDryRun);
        $database->unlock();
        $missing = $only?->missing() ?? [];
        $result = new SyncResult([], 0, 0.0, $missing);

        if ($console->isJson()) {
            $console->printJson([
                'exitCode' => $result->exitCode(),
                'feed' => $feed->value,
                'scheduled' => $rows,
                'notFound' => $missing,
            ]);
        } else {
            $console->output->writeln(number_format($rows) . ($rows === 1 ? ' item' : ' items')
                . ($isDryRun ? ' would be sent' : ' will be sent') . ' again by the next sync whose source contains '
                . ($rows === 1 ? 'it.' : 'them.'));
        }

        if ($missing !== []) {
            $console->conclude($result->sentence(), $result->exitCode());
        }

        return $result->exitCode();
    }

    /** @return int how many rows there are to forget */
    private static function forget(FeedStore $store, Feed $feed, ?ItemFilter $only, bool $isDryRun): int
    {
        $rows = 0;
        $page = [];

        foreach ($store->all($feed) as $row) {
            if ($row->deleted || ($only !== null && !$only->takesRow($feed, $row))) {
                continue;
            }

            $rows++;
            $page[] = $row->id;
            if (count($page) === FeedStore::PAGE) {
                $isDryRun || $store->forgetRows($feed, $page);
                $page = [];
            }
        }

        $isDryRun || $page === [] || $store->forgetRows($feed, $page);

        return $rows;
    }

    /** @param array<string, \Aco\Cli\Source\FeedInput> $inputs */
    private static function dryRun(
        Console $console,
        Feed $feed,
        array $inputs,
        ?ItemFilter $only,
        bool $sendsAll,
    ): int {
        $database = Workspace::fromInput($console->input)->openExisting();
        $dryRun = new DryRun($feed, new FeedStore($database));
        $dryRun->run($inputs[$feed->value], (new ScopeStore($database))->scopes(), $only, $sendsAll || $only !== null);
        $result = new SyncResult([$dryRun->report], 0, $dryRun->report->seconds, $only?->missing() ?? []);

        if ($console->isJson()) {
            $console->printJson(['dryRun' => true] + SyncOutput::data($result));
        } else {
            SyncOutput::print($console->output, $result);
            $sentence = trim('Nothing was sent: this is a dry run. ' . $result->sentence());
            $console->errors()->writeln(OutputFormatter::escape(Text::visible($sentence)));
        }

        return $result->exitCode();
    }
}
