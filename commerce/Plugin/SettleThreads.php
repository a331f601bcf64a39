<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Export\PendingExports;
use Magento\Indexer\Model\ProcessManager;

/**
 * Ends each thread of a reindex with all answers in: a thread is a forked process, which exits when its function
 * returns.
 */
class SettleThreads
{
    public function __construct(private readonly PendingExports $pending)
    {
    }

    /**
     * @param iterable<callable> $userFunctions
     *
     * @return array{list<callable>}
     */
    public function beforeExecute(ProcessManager $subject, iterable $userFunctions): array
    {
        $settled = [];
        foreach ($userFunctions as $userFunction) {
            $settled[] = function () use ($userFunction): mixed {
                $this->pending->beginRun();
                try {
                    return $userFunction();
                } finally {
                    $this->pending->endRun();
                }
            };
        }

        return [$settled];
    }
}
