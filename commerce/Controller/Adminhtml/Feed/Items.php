<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Controller\Adminhtml\Feed;

use Aco\CommerceOptimizer\Model\Text;
use Magento\Framework\App\Action\HttpGetActionInterface;
use Magento\Framework\Controller\ResultInterface;
use Magento\Framework\Exception\NoSuchEntityException;

/** All items of a feed. */
class Items extends AbstractFeed implements HttpGetActionInterface
{
    protected function show(): ResultInterface
    {
        try {
            $feed = $this->feeds->get(Text::of($this->getRequest()->getParam('feed')))->getFeedName();
        } catch (NoSuchEntityException $e) {
            $this->messageManager->addErrorMessage($e->getMessage());

            return $this->redirect('aco/feed/index');
        }

        return $this->page($this->feeds->title($feed));
    }
}
