<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Config\ScopeStore;
use Aco\Cli\ExitCode;
use Aco\Cli\FeedName;
use Aco\Cli\Item\ItemReport;
use Aco\Cli\Item\SourceSearch;
use Aco\Cli\Log\LoggedOnError;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\ItemOutput;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\ItemSearch;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'item', description: 'Shows everything that is known of one item')]
final class ItemCommand extends Command implements LoggedOnError
{
    protected function configure(): void
    {
        $this->addArgument(
            'code',
            InputArgument::REQUIRED,
            'SKU, path of a category, attribute code, website or price book (WEBSITE::GROUP)',
        );
        $this->addFeedOption('Only this feed');
        $this->addOption('scope', null, InputOption::VALUE_REQUIRED, 'Only this store view or website');
        $this->addOption(
            'source',
            null,
            InputOption::VALUE_REQUIRED,
            'Compare with this source, as for sync: what the next sync would send',
            null,
            SourceCompletion::suggest(...),
        );
    }

    protected function perform(Console $console): int
    {
        $feeds = array_map(FeedName::feed(...), $console->option('feed')) ?: Feed::cases();
        $database = Workspace::fromInput($console->input)->openExisting();
        $store = new FeedStore($database);
        $code = (string) $console->argument('code');
        $search = new ItemSearch($code, scope: (string) $console->option('scope'));

        $inputs = $console->option('source') === null
            ? []
            : array_filter(SourceResolver::resolve($console->option('source'), $console->option('feed')));
        $sources = new SourceSearch($store, (new ScopeStore($database))->scopes());

        $report = new ItemReport($code, $search->scope);
        foreach ($feeds as $feed) {
            $report->addRows($feed, $store->search($feed, $search, 0, ItemReport::MAX_VERSIONS));
            if (isset($inputs[$feed->value])) {
                $report->addSource($feed, $inputs[$feed->value], $sources);
            }
        }

        $exitCode = $report->isEmpty() || $report->problems !== [] ? ExitCode::ITEMS_FAILED : ExitCode::DONE;
        $console->isJson()
            ? $console->printJson(['exitCode' => $exitCode] + $report->data())
            : ItemOutput::print($console->output, $report);
        if ($exitCode !== ExitCode::DONE) {
            $console->conclude($report->sentence(), $exitCode);
        }

        return $exitCode;
    }
}
