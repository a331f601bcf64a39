<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Sandbox\Assets\AssetsSettings;

/** What a sandbox is told at its start. */
final class Settings
{
    public const DEFAULT_HOST = '127.0.0.1';
    public const DEFAULT_PORT = 8480;
    public const DEFAULT_TENANT = 'aco-sandbox-tenant';
    public const DEFAULT_ORG = 'ACOSANDBOX00000000000000@AdobeOrg';
    public const DEFAULT_CLIENT_ID = 'sandbox-client';
    public const DEFAULT_CLIENT_SECRET = 'sandbox-secret';
    public const DEFAULT_TOKEN_TTL = 86_399;
    public const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;
    public const DEFAULT_IDLE_TIMEOUT = 60.0;

    /**
     * @param list<array<mixed>> $faults as accepted by POST /api/faults
     * @param array<string, string> $datastreams "enabled" or "disabled" by id; none: every id is one
     */
    public function __construct(
        public readonly string $host = self::DEFAULT_HOST,
        public readonly int $port = self::DEFAULT_PORT,
        public readonly string $dataFile = ':memory:',
        public readonly string $tenantId = self::DEFAULT_TENANT,
        public readonly string $orgId = self::DEFAULT_ORG,
        public readonly string $clientId = self::DEFAULT_CLIENT_ID,
        #[\SensitiveParameter]
        public readonly string $clientSecret = self::DEFAULT_CLIENT_SECRET,
        public readonly int $tokenTtl = self::DEFAULT_TOKEN_TTL,
        public readonly float $requestsPerSecond = 0.0,
        public readonly int $productsPerMinute = 0,
        public readonly int $pricesPerMinute = 0,
        public readonly int $maxBodyBytes = self::DEFAULT_MAX_BODY_BYTES,
        public readonly float $idleTimeout = self::DEFAULT_IDLE_TIMEOUT,
        public readonly bool $strictPrices = false,
        public readonly int $seed = 1,
        public readonly array $faults = [],
        public readonly array $datastreams = [],
        public readonly bool $authenticatedEdge = false,
        public readonly int $collectUnits = 0,
        public readonly int $interactUnits = 0,
        public readonly AssetsSettings $assets = new AssetsSettings(),
    ) {
    }
}
