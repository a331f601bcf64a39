<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Source;

use Magento\Framework\Data\OptionSourceInterface;

class DefaultConsent implements OptionSourceInterface
{
    /** @return list<array{value: string, label: \Magento\Framework\Phrase}> */
    public function toOptionArray(): array
    {
        return [
            ['value' => 'pending', 'label' => __('Pending until the shopper has chosen')],
            ['value' => 'in', 'label' => __('In')],
            ['value' => 'out', 'label' => __('Out')],
        ];
    }
}
