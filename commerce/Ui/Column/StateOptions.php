<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Ui\Column;

use Aco\CommerceOptimizer\Model\Status\ItemState;
use Magento\Framework\Data\OptionSourceInterface;

class StateOptions implements OptionSourceInterface
{
    /** @return list<array{value: string, label: \Magento\Framework\Phrase}> */
    public function toOptionArray(): array
    {
        return array_map(
            static fn (ItemState $state): array => ['value' => $state->value, 'label' => $state->label()],
            ItemState::cases(),
        );
    }
}
