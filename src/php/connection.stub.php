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

    /** Address of the tenant's Studio, when discover() found one. */
    public readonly ?string $studioUrl;

    /**
     * @param string $ingestionUrl base address; requests go below it, with the tenant id appended
     *        unless it is the last path segment already
     * @param string $imsUrl token endpoint; an address without a path gets `/ims/token/v3`
     * @param string|null $scope comma separated OAuth scopes; null: what the ingestion API asks for
     * @throws Exception\InvalidArgumentException names the parameter. Plain http is taken for loopback
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
        ?Transport $transport = null
    ) {}

    /**
     * The documented address of a tenant: `https://{region}[-sandbox].api.commerce.adobe.com/{tenantId}`.
     *
     * @param string $region e.g. `na1`, `eu1`
     * @param string $type `sandbox` or `production`
     * @throws Exception\InvalidArgumentException
     */
    public static function ingestionUrl(string $tenantId, string $region, string $type): string {}

    /**
     * Asks IMS for a token and the Commerce Cloud Manager for the tenant's addresses.
     *
     * @param string $ccmUrl base address; one without a path gets `/api/v1`
     * @throws Exception\AuthenticationException IMS refuses the credentials
     * @throws Exception\ApiException the tenant is unknown or belongs to another organisation
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
