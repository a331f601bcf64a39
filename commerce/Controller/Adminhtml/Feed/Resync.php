<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Controller\Adminhtml\Feed;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Resync\Scheduler;
use Aco\CommerceOptimizer\Model\Status\FeedCatalog;
use Aco\CommerceOptimizer\Model\Text;
use Aco\CommerceOptimizer\Ui\DataProvider\FeedItems;
use Magento\Backend\App\Action\Context;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\Action\HttpPostActionInterface;
use Magento\Framework\Controller\ResultInterface;
use Magento\Framework\Exception\LocalizedException;
use Magento\Ui\Component\MassAction\Filter;

/** Has the next run of cron send the selected items again, or the whole feed when none is selected. */
class Resync extends AbstractFeed implements HttpPostActionInterface
{
    public const ADMIN_RESOURCE = 'Aco_CommerceOptimizer::resync';

    public function __construct(
        Context $context,
        Config $config,
        FeedCatalog $feeds,
        private readonly Scheduler $scheduler,
        private readonly Filter $filter,
    ) {
        parent::__construct($context, $config, $feeds);
    }

    protected function show(): ResultInterface
    {
        $feed = Text::of($this->getRequest()->getParam('feed'));
        try {
            $this->schedule($this->feeds->get($feed));
        } catch (LocalizedException $e) {
            $this->messageManager->addErrorMessage($e->getMessage());

            return $this->redirect('aco/feed/index');
        }

        return $this->redirect('aco/feed/items', ['feed' => $feed]);
    }

    private function schedule(FeedIndexMetadata $metadata): void
    {
        if ($this->isNothingSelected()) {
            $this->scheduler->all($metadata);
            $this->messageManager->addSuccessMessage(
                (string) __('The whole feed is collected again by the next run of cron; what is new, has changed or has failed is sent.'),
            );

            return;
        }

        $component = $this->filter->getComponent();
        $this->filter->prepareComponent($component);
        $this->filter->applySelectionOnTargetProvider();
        $items = $component->getContext()->getDataProvider();
        $count = $items instanceof FeedItems ? $this->scheduler->entities($metadata, $items->entityIds()) : 0;
        $this->messageManager->addSuccessMessage((string) __('Items scheduled for the next run of cron: %1.', $count));
    }

    private function isNothingSelected(): bool
    {
        $selected = $this->getRequest()->getParam(Filter::SELECTED_PARAM);
        $excluded = $this->getRequest()->getParam(Filter::EXCLUDED_PARAM);

        return !is_array($selected) && !is_array($excluded) && $excluded !== 'false';
    }
}
