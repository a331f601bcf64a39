<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Block\Adminhtml;

use Aco\CommerceOptimizer\Model\Status\FeedStatus;
use Aco\CommerceOptimizer\Model\Status\FeedStatusReader;
use Magento\Backend\Block\Template;
use Magento\Backend\Block\Template\Context;

/** One line for each feed. */
class Overview extends Template
{
    /** @param array<mixed> $data */
    public function __construct(Context $context, private readonly FeedStatusReader $reader, array $data = [])
    {
        parent::__construct($context, $data);
    }

    /** @return array<string, FeedStatus> */
    public function feeds(): array
    {
        return $this->reader->all();
    }

    public function itemsUrl(FeedStatus $feed): string
    {
        return $this->getUrl('aco/feed/items', ['feed' => $feed->feed]);
    }
}
