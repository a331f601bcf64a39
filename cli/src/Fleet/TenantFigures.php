<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Report\FeedTables;
use Aco\Cli\Report\QuotaUse;
use Aco\Cli\Workspace;

/** What waits in a tenant's feed tables, and how much of its quota the last minute has used. */
final class TenantFigures
{
    private function __construct(
        public readonly int $waiting,
        /** UTC, `Y-m-d H:i:s`. */
        public readonly ?string $oldestWaiting,
        /** Of the rate that is used most, 0 to 1; null when no rate is set. */
        public readonly ?float $quota,
        /** Why the figures could not be read. */
        public readonly string $failure = '',
    ) {
    }

    public static function of(Tenant $tenant): self
    {
        try {
            $workspace = Workspace::at($tenant->stateDir, $tenant->dsn);
            $database = $workspace->openExisting();
            $tables = new FeedTables($database);
            $feeds = $tables->all();
            $limits = ConnectionFactory::limits($workspace->configStore($database)->values());
            $oldest = array_filter(array_column($feeds, 'oldestWaiting'));

            return new self(
                array_sum(array_column($feeds, 'waiting')) + array_sum(array_column($feeds, 'toRetry')),
                $oldest === [] ? null : min($oldest),
                self::quota(QuotaUse::of($tables, $limits)),
            );
        } catch (CommandFailure $e) {
            return new self(0, null, null, $e->getMessage());
        }
    }

    private static function quota(QuotaUse $use): ?float
    {
        $shares = array_map(
            static fn (array $line): float => $line['used'] / $line['limit'],
            array_filter($use->lines(), static fn (array $line): bool => $line['limit'] > 0),
        );

        return $shares === [] ? null : max($shares);
    }
}
