<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\ExitCode;
use Aco\Cli\Output\Console;
use Aco\Cli\Source\FeedInput;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Sync\Candidate;
use Aco\Cli\Sync\CategoryPaths;
use Aco\Cli\Sync\ChunkReader;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Workspace;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;

#[AsCommand(name: 'orders:products', description: 'Notes images and categories for order events')]
final class OrdersProductsCommand extends Command
{
    protected function configure(): void
    {
        $this->addSourceArgument(InputArgument::REQUIRED, 'Folder with the feeds products and categories, as for sync');
    }

    protected function perform(Console $console): int
    {
        $database = Workspace::fromInput($console->input)->openExisting();
        $details = ItemDetails::ifOn($database) ?? throw new CommandFailure(
            'Order events have no images and categories yet: run experience:config --item-details=on first.'
        );
        $source = (string) $console->argument('source');
        if (!is_dir($source) && SourceResolver::feedOfName(basename($source)) === null) {
            throw new CommandFailure(($source === '-' ? 'Standard input' : $source)
                . ' does not say which feed it has: give a folder with products.jsonl and categories.jsonl.');
        }

        $inputs = array_filter(SourceResolver::resolve($source, []));
        $scopes = (new ScopeStore($database))->scopes();
        $noted = [];
        $problem = null;

        foreach (array_filter(Feed::cases(), ItemDetails::isIn(...)) as $feed) {
            if (isset($inputs[$feed->value])) {
                [$noted[$feed->value], $error]
                    = self::note($feed, $inputs[$feed->value], $scopes, $details, new FeedStore($database));
                $problem ??= $error;
            }
        }

        if ($noted === []) {
            throw new CommandFailure('The source has neither products nor categories.');
        }

        $exitCode = $problem === null ? ExitCode::DONE : ExitCode::ITEMS_FAILED;
        $console->isJson()
            ? $console->printJson(['exitCode' => $exitCode, 'noted' => $noted])
            : array_map(
                static fn (string $feed, int $count) => $console->print("$feed: " . number_format($count) . ' noted'),
                array_keys($noted),
                $noted,
            );
        if ($problem !== null) {
            $console->conclude("The source was not read completely: $problem.", $exitCode);
        }

        return $exitCode;
    }

    /** @return array{int, ?string} how many, and why it broke off */
    private static function note(
        Feed $feed,
        FeedInput $input,
        Scopes $scopes,
        ItemDetails $details,
        FeedStore $store,
    ): array {
        $report = new FeedReport($feed);
        $paths = CategoryPaths::ifNeeded($feed, $store, static fn (): bool => false);
        $reader = new ChunkReader($input, new Mapper($feed, $scopes), $report, null, $paths);
        $count = 0;
        while (!$reader->isAtEnd()) {
            $documents = array_map(
                static fn (Candidate $candidate): array => [(string) $candidate->document, $candidate->sourceEntityId],
                array_filter($reader->next(), static fn (Candidate $candidate): bool => $candidate->document !== null
                    && !$candidate->document->deleted),
            );
            $details->note($feed, $documents);
            $count += count($documents);
        }

        return [$count, $report->inputError];
    }
}
