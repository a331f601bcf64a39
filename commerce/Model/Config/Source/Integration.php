<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Source;

use Magento\Framework\Data\OptionSourceInterface;
use Magento\Integration\Model\ResourceModel\Integration\CollectionFactory;

/** The integrations that System > Extensions > Integrations lists. */
class Integration implements OptionSourceInterface
{
    public function __construct(private readonly CollectionFactory $integrations)
    {
    }

    /** @return list<array{value: string, label: mixed}> */
    public function toOptionArray(): array
    {
        $options = [['value' => '', 'label' => __('None')]];
        foreach ($this->integrations->create() as $integration) {
            $options[] = ['value' => (string) $integration->getId(), 'label' => (string) $integration->getName()];
        }

        return $options;
    }
}
