<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Console\Command;

use Aco\CommerceOptimizer\Model\Export\Adoption;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Feed;
use Magento\DataExporter\Lock\FeedLockManager;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** bin/magento aco:adopt */
class AdoptCommand extends Command
{
    public function __construct(private readonly Adoption $adoption, private readonly FeedLockManager $locks)
    {
        parent::__construct();
    }

    protected function configure(): void
    {
        $feeds = self::feeds();
        $this->setName('aco:adopt')
            ->setDescription('Trusts feed tables that another exporter has delivered, so that their items are not sent again')
            ->setHelp(
                'Rows with status 200 get the hash of what would be sent now; nothing is sent. Run it before aco:config:init, or with '
                . 'cron stopped. What is new, gone or failed is sent by the full sync that follows.',
            )
            ->addArgument('feeds', InputArgument::IS_ARRAY, 'feeds to adopt; none: all of ' . implode(', ', $feeds));
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $known = self::feeds();
        $feeds = array_map(Text::of(...), array_values((array) $input->getArgument('feeds'))) ?: $known;
        $unknown = array_diff($feeds, $known);
        if ($unknown !== []) {
            $output->writeln(
                '<error>unknown feed: ' . implode(', ', $unknown) . '; take ' . implode(', ', $known) . '</error>',
            );

            return Command::INVALID;
        }

        $failed = false;
        foreach ($feeds as $feed) {
            $failed = !$this->adopt($feed, $output) || $failed;
        }

        return $failed ? Command::FAILURE : Command::SUCCESS;
    }

    /** @return list<string> those with a table of Commerce */
    private static function feeds(): array
    {
        $feeds = array_filter(Feed::cases(), static fn (Feed $feed): bool => $feed->indexer() !== '');

        return array_values(array_map(static fn (Feed $feed): string => $feed->value, $feeds));
    }

    private function adopt(string $feed, OutputInterface $output): bool
    {
        if ($this->locks->isLocked($feed)) {
            $by = (string) $this->locks->getLockedByName($feed);
            $output->writeln("<error>$feed: locked by $by; stop cron and try again</error>");

            return false;
        }

        try {
            $this->adoption->adopt($feed);
        } catch (\Throwable $e) {
            $output->writeln("<error>$feed: {$e->getMessage()}</error>");

            return false;
        }
        $output->writeln("$feed: adopted");

        return true;
    }
}
