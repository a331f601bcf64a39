<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Source;

use Magento\Framework\Data\OptionSourceInterface;

class MatchingRule implements OptionSourceInterface
{
    /** @return list<array{value: string, label: \Magento\Framework\Phrase}> */
    public function toOptionArray(): array
    {
        return [
            ['value' => 'matchBySKU', 'label' => __('Match by product SKU')],
            ['value' => 'externalMatcher', 'label' => __('Custom match')],
        ];
    }
}
