<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\ScopeSwitch;
use Magento\Framework\App\RequestInterface;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Store\Model\ScopeInterface;
use Magento\Store\Model\Store;
use Magento\Store\Model\Website;

/** Keeps what the checkbox in the store forms says. Stores that are saved elsewhere send no checkbox. */
class SaveScopeSwitch implements ObserverInterface
{
    public function __construct(private readonly RequestInterface $request, private readonly ScopeSwitch $switch)
    {
    }

    public function execute(Observer $observer): void
    {
        $store = $observer->getData('store');
        $website = $observer->getData('website');
        if ($store instanceof Store) {
            $this->save('store', ScopeInterface::SCOPE_STORES, (int) $store->getId());
        } elseif ($website instanceof Website) {
            $this->save('website', ScopeInterface::SCOPE_WEBSITES, (int) $website->getId());
        }
    }

    private function save(string $name, string $scope, int $id): void
    {
        $posted = $this->request->getParam($name);
        if ($id > 0 && is_array($posted) && isset($posted[AddScopeSwitch::FIELD])) {
            $this->switch->set($scope, $id, (bool) $posted[AddScopeSwitch::FIELD]);
        }
    }
}
