<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Collect\WholeBatch;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\ProductPriceDataExporter\Model\Provider\ProductPrice;

/**
 * Commerce reads prices of groups first and those of catalog rules after all of them, and hands on what it has each
 * time that it is a batch. The price of a group on both sides of such a cut would come twice, the second time with the
 * catalog rule alone. So it is handed on in the end.
 */
class KeepGroupPricesWhole
{
    /**
     * @param callable(array<mixed>, callable, FeedIndexMetadata, mixed, mixed): void $proceed
     * @param array<mixed> $arguments
     * @param callable(array<mixed>): void $dataProcessorCallback
     */
    public function aroundExecute(
        ProductPrice $subject,
        callable $proceed,
        array $arguments,
        callable $dataProcessorCallback,
        FeedIndexMetadata $metadata,
        mixed $node = null,
        mixed $info = null,
    ): void {
        $size = max(1, $metadata->getBatchSize());
        $inBatches = static function (array $prices) use ($dataProcessorCallback, $size): void {
            foreach (array_chunk($prices, $size, true) as $batch) {
                $dataProcessorCallback($batch);
            }
        };

        $proceed($arguments, $inBatches, new WholeBatch($metadata), $node, $info);
    }
}
