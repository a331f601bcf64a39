<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * The REST API of a store. Secrets are kept out of properties, dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class CommerceConnection
{
    /** Operations are below this, at `/V1/…`. */
    public readonly string $url;

    /** null: the store is on premises or in the cloud, and requests are signed with the keys of an integration. */
    public readonly ?string $clientId;

    public readonly string $storeViewCode;
    public readonly ?string $imsUrl;
    public readonly ?string $scope;
    public readonly ?string $caFile;
    public readonly ?string $proxy;
    public readonly int $connectTimeoutMs;
    public readonly int $timeoutMs;

    private function __construct() {}

    /**
     * Adobe Commerce on premises or on cloud infrastructure: OAuth 1.0a with HMAC-SHA256.
     *
     * @param string $baseUrl of the store, e.g. `https://shop.example.com`
     * @param string $storeViewCode the scope of the requests; media are global
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public static function paas(
        string $baseUrl,
        CommerceCredentials $credentials,
        string $storeViewCode = "all",
        ?string $caFile = null,
        ?string $proxy = null,
        int $connectTimeoutMs = 5000,
        int $timeoutMs = 30000
    ): CommerceConnection {}

    /**
     * Adobe Commerce as a Cloud Service: a token from IMS.
     *
     * @param string $url e.g. `https://na1.api.commerce.adobe.com/{tenantId}`
     * @param string $storeViewCode goes with each request as `Store`
     * @param string $imsUrl token endpoint; an address without a path gets `/ims/token/v3`
     * @param string|null $scope comma separated OAuth scopes; null: `commerce.accs` and what goes with it
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public static function saas(
        string $url,
        string $clientId,
        #[\SensitiveParameter] string $clientSecret,
        string $storeViewCode = "default",
        string $imsUrl = "https://ims-na1.adobelogin.com/ims/token/v3",
        ?string $scope = null,
        ?string $caFile = null,
        ?string $proxy = null,
        int $connectTimeoutMs = 5000,
        int $timeoutMs = 30000
    ): CommerceConnection {}
}
