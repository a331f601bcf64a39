<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

/** A workspace of the fleet, as its row says. */
final class Tenant
{
    public function __construct(
        public readonly string $name,
        /** Its settings, key and spool folder. */
        public readonly string $stateDir,
        /** Its database, "" for the one in its folder. */
        public readonly string $dsn,
        /** Token of the node that works it, "" when none does. */
        public readonly string $owner,
        /** Grows whenever it changes hands. */
        public readonly int $fence,
        public readonly ?string $ownedAt = null,
        public readonly ?string $ranAt = null,
        public readonly ?int $exitCode = null,
        public readonly string $message = '',
    ) {
    }
}
