<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\Assets\Connection;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Framework\Message\ManagerInterface;

/** Saving the section of AEM Assets starts the synchronization. */
class StartAssets implements ObserverInterface
{
    public function __construct(private readonly Connection $connection, private readonly ManagerInterface $messages)
    {
    }

    public function execute(Observer $observer): void
    {
        $this->connection->schedule();
        $this->messages->addNoticeMessage($this->connection->status() === null
            ? (string) __('The synchronization starts once the integration is enabled and the program and the environment of AEM are set.')
            : (string) __('The synchronization starts with the next run of cron: see System > Data Transfer > Data Feed Sync Status.'));
    }
}
