<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Controller\Adminhtml\Studio;

use Magento\Backend\App\Action;
use Magento\Framework\App\Action\HttpGetActionInterface;
use Magento\Framework\Controller\ResultFactory;
use Magento\Framework\Controller\ResultInterface;

/** The way to the Studio, or to the connection as long as there is none. */
class Index extends Action implements HttpGetActionInterface
{
    public const ADMIN_RESOURCE = 'Aco_CommerceOptimizer::studio';

    public function execute(): ResultInterface
    {
        /** @var \Magento\Backend\Model\View\Result\Page $page */
        $page = $this->resultFactory->create(ResultFactory::TYPE_PAGE);
        $page->setActiveMenu(self::ADMIN_RESOURCE);
        $page->getConfig()->getTitle()->prepend((string) __('Adobe Commerce Optimizer'));

        return $page;
    }
}
