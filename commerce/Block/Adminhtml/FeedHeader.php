<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Block\Adminhtml;

use Aco\CommerceOptimizer\Model\Status\FeedCatalog;
use Aco\CommerceOptimizer\Model\Status\FeedStatus;
use Aco\CommerceOptimizer\Model\Status\FeedStatusReader;
use Aco\CommerceOptimizer\Model\Status\IndexerLabels;
use Aco\CommerceOptimizer\Model\Text;
use Magento\Backend\Block\Template;
use Magento\Backend\Block\Template\Context;

/** What is above the items of a feed. */
class FeedHeader extends Template
{
    /** @param array<mixed> $data */
    public function __construct(
        Context $context,
        private readonly FeedCatalog $feeds,
        private readonly FeedStatusReader $reader,
        private readonly IndexerLabels $labels,
        array $data = [],
    ) {
        parent::__construct($context, $data);
    }

    public function status(): FeedStatus
    {
        return $this->reader->read($this->feeds->get(Text::of($this->getRequest()->getParam('feed'))));
    }

    public function labels(): IndexerLabels
    {
        return $this->labels;
    }
}
