<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Output\Console;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Aco\Feed;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'cleanup', description: 'Removes rows of deletions delivered some time ago')]
final class CleanupCommand extends Command
{
    private const DAYS = 7;
    private const MAX_DAYS = 99_999;
    private const SECONDS_A_DAY = 86400;

    protected function configure(): void
    {
        $this->addOption(
            'days',
            null,
            InputOption::VALUE_REQUIRED,
            'Age in days from which rows are removed',
            (string) self::DAYS,
        );
    }

    protected function perform(Console $console): int
    {
        $days = (int) $console->number('days', 0, self::MAX_DAYS);

        $database = Workspace::fromInput($console->input)->openExisting();
        $database->lock();
        $removed = self::cleanUp(new FeedStore($database), $days);
        $database->unlock();

        if ($console->isJson()) {
            $console->printJson(['exitCode' => self::SUCCESS, 'removed' => $removed]);
        } else {
            $rows = array_sum($removed);
            $console->output->writeln(number_format($rows) . ($rows === 1 ? ' row' : ' rows') . ' removed.');
        }

        return self::SUCCESS;
    }

    /** @return array<string, int> rows removed, by feed name */
    public static function cleanUp(FeedStore $store, int $days = self::DAYS): array
    {
        $before = gmdate('Y-m-d H:i:s', time() - $days * self::SECONDS_A_DAY);
        $removed = [];
        foreach (Feed::cases() as $feed) {
            $removed[$feed->value] = $store->removeDeleted($feed, $before);
            $store->sentBodies()->removeOrphans($feed);
        }

        return $removed;
    }
}
