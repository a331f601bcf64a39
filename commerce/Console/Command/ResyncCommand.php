<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Console\Command;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Experience\OrderFeed;
use Aco\CommerceOptimizer\Model\Experience\OrderResync;
use Aco\CommerceOptimizer\Model\Experience\PersonalData;
use Aco\CommerceOptimizer\Model\Resync\EntityIds;
use Aco\CommerceOptimizer\Model\Resync\Options;
use Aco\CommerceOptimizer\Model\Resync\Resync;
use Aco\CommerceOptimizer\Model\Status\FeedCatalog;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\AcoException;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\Module\ModuleListInterface;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** bin/magento saas:resync, where no module of Adobe's has that command; aco:resync everywhere. */
class ResyncCommand extends Command
{
    private const NAME = 'aco:resync';
    private const DOCUMENTED_NAME = 'saas:resync';

    /** Modules of magento/saas-export, which brings the command of that name. */
    private const SAAS_EXPORT = 'Magento_SaaS';

    public function __construct(
        private readonly Config $config,
        private readonly FeedCatalog $feeds,
        private readonly EntityIds $entities,
        private readonly Resync $resync,
        private readonly ModuleListInterface $modules,
        private readonly OrderResync $orders,
    ) {
        parent::__construct();
    }

    protected function configure(): void
    {
        $taken = array_filter(
            $this->modules->getNames(),
            static fn (string $name): bool => str_starts_with($name, self::SAAS_EXPORT),
        );
        $this->setName($taken === [] ? self::DOCUMENTED_NAME : self::NAME)
            ->setAliases($taken === [] ? [self::NAME] : [])
            ->setDescription('Collects a feed again and sends what is new, has changed or has failed')
            ->addOption('feed', null, InputOption::VALUE_REQUIRED, 'name of the feed')
            ->addOption('by-ids', null, InputOption::VALUE_REQUIRED, 'these only, changed or not: SKUs or attribute codes, with commas between')
            ->addOption('id-type', null, InputOption::VALUE_REQUIRED, 'what --by-ids holds: sku or productId', 'sku')
            ->addOption('force', null, InputOption::VALUE_NONE, 'send all, changed or not')
            ->addOption('cleanup-feed', null, InputOption::VALUE_NONE, 'empty the feed table first; deletions that were not sent are lost')
            ->addOption('continue-resync', null, InputOption::VALUE_NONE, 'go on where an interrupted run has stopped; products and productAttributes only')
            ->addOption('dry-run', null, InputOption::VALUE_NONE, 'send nothing and store nothing')
            ->addOption('no-reindex', null, InputOption::VALUE_NONE, 'orders only: send what was collected before; other feeds are collected and sent in one go')
            ->addOption('thread-count', null, InputOption::VALUE_REQUIRED, 'processes')
            ->addOption('batch-size', null, InputOption::VALUE_REQUIRED, 'entities a batch');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $feed = Text::of($input->getOption('feed'));
        try {
            if ($feed === OrderFeed::NAME) {
                return $this->resyncOrders($input, $output);
            }
            $metadata = $this->feeds->get($feed);
            $options = Options::fromInput($input, $feed);
            if (!$this->config->isConfigured()) {
                throw new LocalizedException(__('The shop is not connected: run bin/magento aco:config:init first.'));
            }

            if ($input->getOption('no-reindex')) {
                $output->writeln('<comment>--no-reindex has no effect: this feed is collected and sent in one go.</comment>');
            }
            if ($options->cleanup && !$options->dryRun) {
                $output->writeln('<comment>Deletions that were not sent are lost with the feed table.</comment>');
            }
            $ids = $options->ids === [] ? null : $this->entities->find($metadata, $options->ids, $options->idType);
            $this->resync->run($metadata, $options, $ids);
        } catch (LocalizedException $e) {
            $output->writeln("<error>{$e->getMessage()}</error>");

            return Command::FAILURE;
        }

        $output->writeln($options->dryRun ? 'Nothing was sent: see var/log for what would have been.' : 'Done: bin/magento aco:status tells the outcome.');

        return Command::SUCCESS;
    }

    /** @throws LocalizedException */
    private function resyncOrders(InputInterface $input, OutputInterface $output): int
    {
        try {
            $report = $this->orders->run($input);
        } catch (AcoException $e) {
            throw new LocalizedException(__('%1', PersonalData::redact($e->getMessage())));
        }

        foreach ($report->counts() as $name => $count) {
            $output->writeln("$name: $count");
        }
        foreach ($report->problems() as $problem) {
            $output->writeln('<comment>' . OutputFormatter::escape($problem) . '</comment>');
        }

        return $report->isClean() ? Command::SUCCESS : Command::FAILURE;
    }
}
