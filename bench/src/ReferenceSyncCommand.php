<?php

declare(strict_types=1);

namespace Aco\Bench;

use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Status;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/**
 * What bin/aco sync does until something has changed, with the mapping of the reference.
 */
final class ReferenceSyncCommand extends Command
{
    public function __construct()
    {
        parent::__construct('sync');
        $this->addArgument('source', InputArgument::REQUIRED);
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $inputs = SourceResolver::resolve($input->getArgument('source'), []);
        $database = Workspace::fromInput($input)->openExisting();
        $database->lock();
        $store = new FeedStore($database);
        $feeds = [];

        foreach (array_filter($inputs) as $feed => $reader) {
            $feeds[$feed] = self::count(Feed::from($feed), $reader, $store);
        }

        $database->unlock();
        $output->writeln(json_encode(['feeds' => $feeds], JSON_THROW_ON_ERROR));

        return self::SUCCESS;
    }

    /**
     * @return array{read: int, unchanged: int}
     */
    private static function count(Feed $feed, ItemReader $reader, FeedStore $store): array
    {
        $mapper = Side::Reference->mapper($feed->value);
        $store->undelivered($feed, Leftovers::All, false);
        $store->undelivered($feed, Leftovers::All, true);
        $counts = ['read' => 0, 'unchanged' => 0];

        do {
            $chunk = [];
            while (count($chunk) < FeedStore::LOOKUP_LIMIT && ($item = $reader->next()) !== null) {
                $counts['read']++;
                $document = $mapper->map($item);
                if ($document !== null) {
                    $chunk[$document->id] = $document;
                }
            }

            $stored = $store->lookup($feed, array_keys($chunk));

            foreach ($chunk as $id => $document) {
                $item = $stored[$id] ?? null;
                $isSame = $item !== null && $item->hash === $document->hash;
                $counts['unchanged'] += $isSame && Status::isFinal($item->status) ? 1 : 0;
            }
        } while ($chunk !== []);

        return $counts;
    }
}
