<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * The asset rules service, and the API key for it. The private key is kept out of properties, dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class RegistryConnection
{
    public readonly string $apiKey;
    public readonly string $environmentId;
    public readonly string $url;
    public readonly \Aco\Transport $transport;

    /**
     * @param string $apiKey the public API key of the Commerce Services Connector
     * @param string $environmentId the SaaS data space (environment) id
     * @param string $privateKey RSA key in PEM (PKCS#8) that belongs to the API key
     * @param string $url URL of the GraphQL service
     * @param array $extraClaims array<string, mixed> claims of each token in addition to `iat` and `exp`
     * @throws \Aco\Exception\InvalidArgumentException names the parameter, and what is wrong with a key
     */
    public function __construct(
        string $apiKey,
        string $environmentId,
        #[\SensitiveParameter] string $privateKey,
        string $url = "https://commerce.adobe.io/assets-integration/graphql",
        array $extraClaims = [],
        ?\Aco\Transport $transport = null
    ) {}
}
