<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** What the integration of Commerce that exists here signs with. */
final class CommerceKeys
{
    public const CONSUMER_KEY = 'sandbox-consumer-key';
    public const CONSUMER_SECRET = 'sandbox-consumer-secret';
    public const ACCESS_TOKEN = 'sandbox-access-token';
    public const ACCESS_TOKEN_SECRET = 'sandbox-access-token-secret';

    public function __construct(
        public readonly string $consumerKey = self::CONSUMER_KEY,
        #[\SensitiveParameter]
        public readonly string $consumerSecret = self::CONSUMER_SECRET,
        public readonly string $accessToken = self::ACCESS_TOKEN,
        #[\SensitiveParameter]
        public readonly string $accessTokenSecret = self::ACCESS_TOKEN_SECRET,
    ) {
    }
}
