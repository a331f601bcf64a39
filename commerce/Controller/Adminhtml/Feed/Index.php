<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Controller\Adminhtml\Feed;

use Magento\Framework\App\Action\HttpGetActionInterface;
use Magento\Framework\Controller\ResultInterface;

/** System > Data Transfer > Data Feed Sync Status */
class Index extends AbstractFeed implements HttpGetActionInterface
{
    protected function show(): ResultInterface
    {
        return $this->page('');
    }
}
