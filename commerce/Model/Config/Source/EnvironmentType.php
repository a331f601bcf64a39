<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Source;

use Magento\Framework\Data\OptionSourceInterface;

class EnvironmentType implements OptionSourceInterface
{
    /** @return list<array{value: string, label: \Magento\Framework\Phrase}> */
    public function toOptionArray(): array
    {
        return [
            ['value' => '', 'label' => __('As the address tells')],
            ['value' => 'sandbox', 'label' => __('Sandbox')],
            ['value' => 'production', 'label' => __('Production')],
        ];
    }
}
