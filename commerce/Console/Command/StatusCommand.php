<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Console\Command;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\EnvironmentGuard;
use Aco\CommerceOptimizer\Model\Status\FeedStatus;
use Aco\CommerceOptimizer\Model\Status\FeedStatusReader;
use Aco\CommerceOptimizer\Model\Status\ServiceStatus;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** The figures of the page Data Feed Sync Status in a terminal. */
class StatusCommand extends Command
{
    private const HEADERS = [
        'Feed', 'Source', 'Sent', 'Failed', 'Awaiting', 'Deleted', 'Oldest waiting (UTC)', 'Indexer', 'Backlog',
    ];

    public function __construct(
        private readonly Config $config,
        private readonly EnvironmentGuard $guard,
        private readonly FeedStatusReader $reader,
        private readonly ServiceStatus $services,
    ) {
        parent::__construct('aco:status');
    }

    protected function configure(): void
    {
        $this->setDescription('Shows how far the feeds of Adobe Commerce Optimizer are')
            ->addOption('json', null, InputOption::VALUE_NONE, 'for programs')
            ->setHelp('Ends with 1 when items have failed or the shop is not connected.');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $feeds = array_values($this->reader->all());
        $configured = $this->config->isConfigured();
        $failed = array_sum(array_map(static fn (FeedStatus $feed): int => $feed->failed, $feeds));

        if ($input->getOption('json')) {
            $status = [
                'configured' => $configured,
                'warnings' => $this->guard->warnings(),
                'feeds' => $feeds,
                'orders' => $this->services->orders(),
                'assets' => $this->services->assets(),
            ];
            $output->writeln(
                json_encode($status, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR),
                OutputInterface::OUTPUT_RAW,
            );
        } else {
            $this->show($output, $feeds, $configured);
            $this->showServices($output);
        }

        return $configured && $failed === 0 ? Command::SUCCESS : Command::FAILURE;
    }

    /** @param list<FeedStatus> $feeds */
    private function show(OutputInterface $output, array $feeds, bool $configured): void
    {
        if (!$configured) {
            $output->writeln('<comment>The shop is not connected: run bin/magento aco:config:init.</comment>');
        }
        foreach ($this->guard->warnings() as $warning) {
            $output->writeln("<comment>$warning</comment>");
        }

        $table = (new Table($output))->setHeaders(self::HEADERS);
        foreach ($feeds as $feed) {
            $table->addRow([
                $feed->feed,
                $feed->sourceRecords,
                $feed->sent,
                $feed->failed > 0 ? "<error>$feed->failed</error>" : 0,
                $feed->awaiting,
                $feed->deleted,
                $feed->oldestWaiting ?? '-',
                $feed->indexerState . ($feed->scheduled ? '' : ', <error>on save</error>'),
                $feed->isBacklogLarge() ? "<comment>$feed->backlog</comment>" : $feed->backlog,
            ]);
        }
        $table->render();
    }

    private function showServices(OutputInterface $output): void
    {
        $orders = $this->services->orders();
        if ($orders !== null) {
            $output->writeln("Experience Platform: {$orders['delivered']} events delivered, {$orders['waiting']} waiting,"
                . " {$orders['failed']} failed, {$orders['rejected']} rejected; {$orders['refused']} orders refused");
            foreach ($orders['problems'] as $problem) {
                $output->writeln('<comment>' . OutputFormatter::escape($problem) . '</comment>');
            }
        }

        $assets = $this->services->assets();
        if ($assets !== null) {
            $output->writeln(OutputFormatter::escape(rtrim("AEM Assets: {$assets->state->label()}. $assets->message")));
        }
    }
}
