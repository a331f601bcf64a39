<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Export\PendingExports;
use Aco\CommerceOptimizer\Model\VariantIds;
use Magento\DataExporter\Model\Indexer\DataSerializerInterface;
use Magento\DataExporter\Model\Indexer\EntityIdsProviderInterface;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Indexer\FeedIndexProcessorInterface;
use Magento\DataExporter\Model\Indexer\IndexStateProvider;

/**
 * Ends a partial reindex with all answers in and all rows written. Those of a run over many chunks end together, see
 * SettleThreads.
 */
class SettleAtEnd
{
    public function __construct(private readonly PendingExports $pending, private readonly VariantIds $variants)
    {
    }

    /** @param array<int|string> $ids */
    public function aroundPartialReindex(
        FeedIndexProcessorInterface $subject,
        callable $proceed,
        FeedIndexMetadata $metadata,
        DataSerializerInterface $serializer,
        EntityIdsProviderInterface $idsProvider,
        array $ids = [],
        ?callable $callback = null,
        ?IndexStateProvider $indexState = null,
    ): void {
        try {
            $proceed($metadata, $serializer, $idsProvider, $ids, $callback, $indexState);
        } finally {
            $this->variants->forget();
            // A full reindex calls this for each chunk, with a state of its own.
            if ($indexState === null && !$this->pending->isRunning()) {
                $this->pending->settleAll();
            }
        }
    }
}
