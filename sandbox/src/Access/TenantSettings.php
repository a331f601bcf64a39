<?php

declare(strict_types=1);

namespace Aco\Sandbox\Access;

/** The tenant that exists, and the client that may use it. */
final class TenantSettings
{
    public const DEFAULT_ID = 'aco-sandbox-tenant';
    public const DEFAULT_ORG = 'ACOSANDBOX00000000000000@AdobeOrg';
    public const DEFAULT_CLIENT_ID = 'sandbox-client';
    public const DEFAULT_CLIENT_SECRET = 'sandbox-secret';
    public const DEFAULT_TOKEN_TTL = 86_399;

    public function __construct(
        public readonly string $id,
        public readonly string $orgId,
        public readonly string $clientId,
        #[\SensitiveParameter]
        public readonly string $clientSecret,
        public readonly int $tokenTtl,
    ) {
    }
}
