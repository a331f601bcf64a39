<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * An AEM as a Cloud Service environment. Ids may have their letter or not, and are kept without it.
 *
 * @strict-properties
 * @not-serializable
 */
final class AemEnvironment
{
    public readonly string $programId;
    public readonly string $environmentId;

    /**
     * @param string $programId e.g. `12345` or `p12345`
     * @param string $environmentId e.g. `67890` or `e67890`
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(string $programId, string $environmentId) {}

    /**
     * From the URL of an author or delivery tier, e.g. `https://author-p12345-e67890.adobeaemcloud.com/`.
     *
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public static function fromHost(string $host): AemEnvironment {}

    /** The host that delivers assets: `delivery-p{programId}-e{environmentId}.adobeaemcloud.com`. */
    public function deliveryHost(): string {}
}

/**
 * The keys of a Commerce integration (OAuth 1.0a). Secrets and token are kept out of properties, dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class CommerceCredentials
{
    public readonly string $consumerKey;

    /** @throws \Aco\Exception\InvalidArgumentException */
    public function __construct(
        string $consumerKey,
        #[\SensitiveParameter] string $consumerSecret,
        #[\SensitiveParameter] string $accessToken,
        #[\SensitiveParameter] string $accessTokenSecret
    ) {}
}
