<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Controller\Adminhtml\Feed;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Status\FeedCatalog;
use Magento\Backend\App\Action;
use Magento\Backend\Model\View\Result\Page;
use Magento\Framework\Controller\ResultFactory;
use Magento\Framework\Controller\ResultInterface;

/** Pages about feeds lead to the configuration as long as the shop is not connected. */
abstract class AbstractFeed extends Action
{
    public const ADMIN_RESOURCE = 'Aco_CommerceOptimizer::status';

    public function __construct(
        Action\Context $context,
        protected readonly Config $config,
        protected readonly FeedCatalog $feeds,
    ) {
        parent::__construct($context);
    }

    public function execute(): ResultInterface
    {
        return $this->config->isConfigured() ? $this->show() : $this->toConfiguration();
    }

    abstract protected function show(): ResultInterface;

    protected function page(string $title): Page
    {
        /** @var Page $page */
        $page = $this->resultFactory->create(ResultFactory::TYPE_PAGE);
        $page->setActiveMenu('Aco_CommerceOptimizer::status');
        $page->getConfig()->getTitle()->prepend((string) __('Data Feed Sync Status'));
        if ($title !== '') {
            $page->getConfig()->getTitle()->prepend($title);
        }

        return $page;
    }

    /** @param array<string, string> $parameters */
    protected function redirect(string $path, array $parameters = []): ResultInterface
    {
        /** @var \Magento\Framework\Controller\Result\Redirect $redirect */
        $redirect = $this->resultFactory->create(ResultFactory::TYPE_REDIRECT);

        return $redirect->setPath($path, $parameters);
    }

    private function toConfiguration(): ResultInterface
    {
        $this->messageManager->addNoticeMessage((string) __('Connect the shop first: there is nothing to show before.'));

        return $this->_authorization->isAllowed('Aco_CommerceOptimizer::config')
            ? $this->redirect('adminhtml/system_config/edit', ['section' => 'aco_exporter'])
            : $this->redirect('adminhtml/dashboard/index');
    }
}
