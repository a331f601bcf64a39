<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Output\SyncOutput;
use Aco\Cli\Output\Text;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Sync\DryRun;
use Aco\Cli\Sync\ItemFilter;
use Aco\Cli\Sync\SyncPlan;
use Aco\Cli\Sync\SyncResult;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'resync', description: 'Sends one feed or some of its items again', aliases: ['saas:resync'])]
final class ResyncCommand extends SendingCommand
{
    private const MAX_THREADS = 64;

    protected function configure(): void
    {
        $this->addOption('feed', null, InputOption::VALUE_REQUIRED, 'The feed');
        $this->addOption(
            'by-ids',
            null,
            InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY,
            'Only these items, separated by commas; in quotes what has a comma or a blank at its end: \'"A,B"\'',
        );
        $this->addOption('id-type', null, InputOption::VALUE_REQUIRED, 'What --by-ids holds: sku, productId …');
        $this->addOption('force', null, InputOption::VALUE_NONE, 'Also what has not changed');
        $this->addOption('cleanup-feed', null, InputOption::VALUE_NONE, 'Forget what was sent, then send everything');
        $this->addOption('continue-resync', null, InputOption::VALUE_NONE, 'Go on with one that was interrupted');
        $this->addOption('dry-run', null, InputOption::VALUE_NONE, 'Only say what would be sent');
        $this->addOption('no-reindex', null, InputOption::VALUE_NONE, 'Without effect: there is no index here');
        $this->addOption('batch-size', null, InputOption::VALUE_REQUIRED, 'Most items in a request');
        $this->addOption('thread-count', null, InputOption::VALUE_REQUIRED, 'Requests in flight at once');
        $this->addArgument(
            'source',
            InputArgument::OPTIONAL,
            SourceResolver::DESCRIPTION . '; without one the next sync sends the items again',
        );
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $feed = SourceResolver::feed($input->getOption('feed') ?? throw new CommandFailure('Give the --feed.'));
        $ids = $input->getOption('by-ids');
        $only = $ids === [] ? null : ItemFilter::of($feed, $ids, $input->getOption('id-type'));
        $sendsAll = $input->getOption('cleanup-feed') || $input->getOption('force');

        if ($only !== null && $input->getOption('cleanup-feed')) {
            throw new CommandFailure('--cleanup-feed is for the whole feed: leave out --by-ids.');
        }

        $batchSize = self::number($input, 'batch-size', PHP_INT_MAX);
        $threads = self::number($input, 'thread-count', self::MAX_THREADS);
        $source = $input->getArgument('source');
        if ($source === null) {
            return self::schedule($input, $output, $feed, $only);
        }

        $inputs = array_filter(SourceResolver::resolve($source, [$feed->value]));

        if ($input->getOption('dry-run')) {
            return self::dryRun($input, $output, $feed, $inputs, $only, $sendsAll);
        }

        // All at once and first, so that an interrupted run can continue where it stopped.
        $prepare = $sendsAll && $only === null && !$input->getOption('continue-resync')
            ? static fn (FeedStore $store) => $store->forgetSent($feed)
            : null;

        return self::send(
            $input,
            $output,
            new SyncPlan($inputs, only: $only, batchSize: $batchSize),
            $prepare,
            $threads,
        );
    }

    /** Has the items sent again by the next sync, as scheduling does on Commerce's page. */
    private static function schedule(InputInterface $input, OutputInterface $output, Feed $feed, ?ItemFilter $only): int
    {
        $database = Workspace::fromInput($input)->openExisting();
        $store = new FeedStore($database);
        $isDryRun = (bool) $input->getOption('dry-run');
        if (!$isDryRun) {
            $database->lock();
        }

        $rows = 0;
        $found = [];

        foreach ($store->all($feed) as $row) {
            if ($row->deleted || ($only !== null && !$only->takesRow($feed, $row))) {
                continue;
            }

            $rows++;
            $found[] = $row->id;
            if (count($found) === FeedStore::PAGE) {
                $isDryRun || $store->forgetRows($feed, $found);
                $found = [];
            }
        }

        $isDryRun || $found === [] || $store->forgetRows($feed, $found);
        $database->unlock();
        $missing = $only?->missing() ?? [];
        $result = new SyncResult([], 0, 0.0, $missing);

        if (self::isJson($input)) {
            self::printJson($output, [
                'exitCode' => $result->exitCode(),
                'feed' => $feed->value,
                'scheduled' => $rows,
                'notFound' => $missing,
            ]);
        } else {
            $output->writeln(number_format($rows) . ($rows === 1 ? ' item' : ' items')
                . ($isDryRun ? ' would be sent' : ' will be sent') . ' again by the next sync whose source holds '
                . ($rows === 1 ? 'it.' : 'them.'));
        }

        if ($missing !== []) {
            self::say($output, $result->sentence(), $result->exitCode());
        }

        return $result->exitCode();
    }

    /** @param array<string, \Aco\Cli\Source\ItemReader> $inputs */
    private static function dryRun(
        InputInterface $input,
        OutputInterface $output,
        Feed $feed,
        array $inputs,
        ?ItemFilter $only,
        bool $sendsAll,
    ): int {
        $database = Workspace::fromInput($input)->openExisting();
        $dryRun = new DryRun($feed, new FeedStore($database));
        $dryRun->run($inputs[$feed->value], (new ScopeStore($database))->scopes(), $only, $sendsAll || $only !== null);
        $result = new SyncResult([$dryRun->report], 0, $dryRun->report->seconds, $only?->missing() ?? []);

        if (self::isJson($input)) {
            self::printJson($output, ['dryRun' => true] + SyncOutput::data($result));
        } else {
            SyncOutput::print($output, $result);
            self::errorOutput($output)->writeln(OutputFormatter::escape(
                Text::visible(trim('Nothing was sent: this is a dry run. ' . $result->sentence()))
            ));
        }

        return $result->exitCode();
    }

    private static function number(InputInterface $input, string $option, int $most): ?int
    {
        $text = $input->getOption($option);
        if ($text === null) {
            return null;
        }
        if (preg_match('/^[1-9]\d{0,8}$/D', $text) !== 1 || (int) $text > $most) {
            $range = $most < PHP_INT_MAX ? "from 1 to $most" : 'from 1 up';
            throw new CommandFailure("--$option must be a whole number $range.");
        }

        return (int) $text;
    }
}
