<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Where to send and as whom. The client secret is kept out of properties, dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class Connection
{
    public readonly string $tenantId;
    public readonly string $clientId;
    public readonly string $ingestionUrl;
    public readonly string $orgId;
    public readonly string $imsUrl;
    public readonly string $scope;
    public readonly Transport $transport;

    /** URL of the tenant's Studio, if discover() found one. */
    public readonly ?string $studioUrl;

    /** What the header `service-connector-metadata` of every request says; null: it is not sent. */
    public readonly ?string $metadata;

    /**
     * @param string $ingestionUrl base URL; the tenant id is appended unless it is the last path
     *        segment already
     * @param string $imsUrl token endpoint; a URL without a path gets `/ims/token/v3`
     * @param string|null $scope comma-separated OAuth scopes; null: those that the ingestion API documents
     * @param string|null $metadata sent as the header `service-connector-metadata`, by which Adobe's exporter names
     *        its version: JSON, at most 1024 bytes of ASCII
     * @throws Exception\InvalidArgumentException names the parameter. Plain http is accepted for loopback
     *         addresses only, unless `aco.allow_http` is on
     */
    public function __construct(
        string $tenantId,
        string $clientId,
        #[\SensitiveParameter] string $clientSecret,
        string $ingestionUrl,
        string $orgId = "",
        string $imsUrl = "https://ims-na1.adobelogin.com/ims/token/v3",
        ?string $scope = null,
        ?Transport $transport = null,
        ?string $metadata = null
    ) {}

    /**
     * The documented base URL of a tenant: `https://{region}[-sandbox].api.commerce.adobe.com/{tenantId}`.
     *
     * @param string $region e.g. `na1`, `eu1`
     * @param string $type `sandbox` or `production`
     * @throws Exception\InvalidArgumentException
     */
    public static function ingestionUrl(string $tenantId, string $region, string $type): string {}

    /**
     * Gets a token from IMS and the tenant's URLs from the Commerce Cloud Manager.
     *
     * @param string $ccmUrl base URL; one without a path gets `/api/v1`
     * @throws Exception\AuthenticationException IMS refuses the credentials
     * @throws Exception\ApiException the tenant is unknown or belongs to another organization
     * @throws Exception\TransportException no connection, no readable response
     * @throws Exception\InvalidArgumentException
     */
    public static function discover(
        string $orgId,
        string $tenantId,
        string $clientId,
        #[\SensitiveParameter] string $clientSecret,
        string $imsUrl = "https://ims-na1.adobelogin.com/ims/token/v3",
        string $ccmUrl = "https://ccm.api.commerce.adobe.com/api/v1",
        ?string $scope = null,
        ?Transport $transport = null
    ): Connection {}
}
