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
    /** The base URL, to which paths such as `/V1/…` are appended. */
    public readonly string $url;

    public readonly string $storeViewCode;

    /**
     * null: requests are signed with the keys of an integration, as Commerce on premises and on cloud infrastructure
     * requires.
     */
    public readonly ?\Aco\ImsCredentials $credentials;

    public readonly \Aco\Transport $transport;

    private function __construct() {}

    /**
     * Adobe Commerce on premises or on cloud infrastructure: OAuth 1.0a with HMAC-SHA256.
     *
     * @param string $baseUrl base URL of the store, e.g. `https://shop.example.com`
     * @param string $storeViewCode the scope of the requests; media have a global one
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public static function paas(
        string $baseUrl,
        CommerceCredentials $credentials,
        string $storeViewCode = "all",
        ?\Aco\Transport $transport = null
    ): CommerceConnection {}

    /**
     * Adobe Commerce as a Cloud Service: a token from IMS.
     *
     * @param string $url e.g. `https://na1.api.commerce.adobe.com/{tenantId}`
     * @param \Aco\ImsCredentials $credentials without a scope, `commerce.accs` and its companions are requested
     * @param string $storeViewCode sent in the header `Store`
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public static function saas(
        string $url,
        \Aco\ImsCredentials $credentials,
        string $storeViewCode = "default",
        ?\Aco\Transport $transport = null
    ): CommerceConnection {}
}
