<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\Assets\AssetSettings;
use Aco\CommerceOptimizer\Model\Assets\ProductEvents;
use Magento\Catalog\Model\Product;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;

/** Tells the asset service of products that were made or deleted, in the transaction that does it. */
class RecordProductEvent implements ObserverInterface
{
    public function __construct(private readonly AssetSettings $settings, private readonly ProductEvents $events)
    {
    }

    public function execute(Observer $observer): void
    {
        $product = $observer->getData('product');
        if (!$product instanceof Product || !$this->settings->isEnabled()) {
            return;
        }

        $isDeleted = $observer->getEvent()->getName() === 'catalog_product_delete_after';
        if ($isDeleted || $product->isObjectNew()) {
            $this->events->record((string) $product->getSku(), $isDeleted ? 'deleted' : 'created');
        }
    }
}
