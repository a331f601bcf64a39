<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Source;

use Magento\Framework\Data\OptionSourceInterface;

/** Whose images are shown. */
class VisualizationOwner implements OptionSourceInterface
{
    /** @return list<array{value: string, label: \Magento\Framework\Phrase}> */
    public function toOptionArray(): array
    {
        return [
            ['value' => 'commerce', 'label' => __('Adobe Commerce')],
            ['value' => 'aem', 'label' => __('AEM Assets')],
        ];
    }
}
