<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Assets\SyncStatus;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;

/** What was delivered of orders and assets, where there are any. */
final class IntegrationCheck
{
    private readonly Backlog $backlog;

    public function __construct(private readonly Database $database, int $now, int $maxWaiting)
    {
        $this->backlog = new Backlog($now, $maxWaiting);
    }

    /** @return iterable<Finding> */
    public function findings(): iterable
    {
        yield from $this->orders();
        yield from $this->assets();
    }

    /** @return iterable<Finding> */
    private function orders(): iterable
    {
        $store = new EventStore($this->database);
        $overview = $store->overview();
        $refused = $overview['refused'];
        $waiting = 0;

        foreach ($store->counts() as $row) {
            $refused += $row['status'] === Status::REJECTED ? $row['events'] : 0;
            $waiting += !Status::isFinal($row['status']) ? $row['events'] : 0;
        }

        if ($refused > 0) {
            yield Finding::warning('orders', number_format($refused) . ($refused === 1
                ? ' order or event was refused' : ' orders and events were refused')
                . ': orders:status --failed says why, correct it at the source.');
        }
        if ($waiting > 0) {
            yield $this->backlog->finding(
                'orders waiting',
                'event',
                $waiting,
                $overview['oldestWaiting'],
                'run orders:sync, and see orders:status --failed for what keeps it back.',
                'orders:status --failed',
            );
        }
    }

    /** @return iterable<Finding> */
    private function assets(): iterable
    {
        $failed = array_sum(array_column((new SyncStatus($this->database))->counts(), SyncStatus::FAILED));
        if ($failed > 0) {
            yield Finding::warning('assets', number_format($failed) . ($failed === 1
                ? ' asset or product has failed' : ' assets and products have failed')
                . ': assets:status --status=failed says why.');
        }
    }
}
