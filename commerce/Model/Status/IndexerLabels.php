<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Status;

use Magento\Framework\Indexer\StateInterface;
use Magento\Framework\Phrase;

/** How the Admin names what an indexer does. */
class IndexerLabels
{
    public function state(FeedStatus $status): Phrase
    {
        return match ($status->indexerState) {
            StateInterface::STATUS_VALID => __('Valid'),
            StateInterface::STATUS_INVALID => __('Invalid: a full run is due'),
            StateInterface::STATUS_WORKING => __('Processing'),
            default => __('Missing'),
        };
    }

    /** How Commerce's own pages colour it. */
    public function severity(FeedStatus $status): string
    {
        return match ($status->indexerState) {
            StateInterface::STATUS_VALID => 'notice',
            StateInterface::STATUS_INVALID, StateInterface::STATUS_WORKING => 'minor',
            default => 'critical',
        };
    }

    public function mode(FeedStatus $status): Phrase
    {
        return $status->scheduled ? __('Update by Schedule') : __('Update on Save');
    }
}
