<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\FeedInvalidation;
use Magento\Framework\App\Config\Value;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;

/** As the plugin of this name, for settings that are saved as models: by forms of the Admin and by config:set. */
class InvalidateOnScopeChange implements ObserverInterface
{
    public function __construct(private readonly FeedInvalidation $feeds)
    {
    }

    public function execute(Observer $observer): void
    {
        $setting = $observer->getEvent()->getData('data_object');
        if ($setting instanceof Value && in_array($setting->getPath(), Config::PATH_SCOPE_ENABLED, true)) {
            $this->feeds->execute();
        }
    }
}
