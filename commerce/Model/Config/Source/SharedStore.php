<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Source;

use Aco\CommerceOptimizer\Model\SharedQuota;
use Magento\Framework\Data\OptionSourceInterface;

class SharedStore implements OptionSourceInterface
{
    /** @return list<array{value: string, label: \Magento\Framework\Phrase}> */
    public function toOptionArray(): array
    {
        return [
            ['value' => '', 'label' => __('This server alone')],
            ['value' => SharedQuota::DATABASE, 'label' => __('All servers, in the database of Commerce')],
            ['value' => SharedQuota::REDIS, 'label' => __('All servers, in Redis')],
        ];
    }
}
