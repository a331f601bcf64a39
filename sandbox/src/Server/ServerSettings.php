<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

/** Where a sandbox listens, and what it takes. */
final class ServerSettings
{
    public const DEFAULT_HOST = '127.0.0.1';
    public const DEFAULT_PORT = 8480;
    public const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;
    public const DEFAULT_IDLE_TIMEOUT = 60.0;

    public function __construct(
        public readonly string $host,
        public readonly int $port,
        public readonly string $dataFile,
        public readonly int $maxBodyBytes,
        public readonly float $idleTimeout,
    ) {
    }
}
