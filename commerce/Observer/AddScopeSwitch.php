<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Observer;

use Aco\CommerceOptimizer\Model\ScopeSwitch;
use Magento\Backend\Block\Widget\Form\Generic;
use Magento\Framework\Data\Form;
use Magento\Framework\Data\Form\Element\Fieldset;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Framework\Registry;
use Magento\Store\Model\ScopeInterface;
use Magento\Store\Model\Store;
use Magento\Store\Model\Website;

/** The checkbox "Commerce Optimizer exporter" in the forms of Stores > All Stores. */
class AddScopeSwitch implements ObserverInterface
{
    public const FIELD = 'aco_exporter_enabled';

    public function __construct(private readonly Registry $registry, private readonly ScopeSwitch $switch)
    {
    }

    public function execute(Observer $observer): void
    {
        $block = $observer->getData('block');
        $form = $block instanceof Generic ? $block->getForm() : null;
        if (!$form instanceof Form) {
            return;
        }

        foreach ([
            'website' => ScopeInterface::SCOPE_WEBSITES,
            'store' => ScopeInterface::SCOPE_STORES,
        ] as $name => $scope) {
            $fieldset = $form->getElement("{$name}_fieldset");
            if ($fieldset instanceof Fieldset) {
                $this->add($fieldset, $name, $scope);
            }
        }
    }

    private function add(Fieldset $fieldset, string $name, string $scope): void
    {
        $store = $this->registry->registry('store_data');
        $id = $store instanceof Store || $store instanceof Website ? (int) $store->getId() : 0;
        $enabled = $id === 0 || $this->switch->isEnabled($scope, $id);

        // A checkbox that is not set is not sent: the hidden field speaks for it.
        $fieldset->addField("{$name}_aco_exporter_off", 'hidden', [
            'name' => "{$name}[" . self::FIELD . ']',
            'value' => 0,
        ]);
        $fieldset->addField("{$name}_aco_exporter", 'checkbox', [
            'name' => "{$name}[" . self::FIELD . ']',
            'label' => __('Commerce Optimizer exporter'),
            'value' => 1,
            'checked' => $enabled,
            'note' => $scope === ScopeInterface::SCOPE_WEBSITES
                ? __('Send prices and price books of this website. A change has all feeds collected again.')
                : __('Send products, categories and attributes of this store view. A change has all feeds collected again.'),
        ]);
    }
}
