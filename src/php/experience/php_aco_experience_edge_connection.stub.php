<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * How to reach the Edge Network, and as whom. The client secret is kept out of properties, dumps and traces.
 *
 * @strict-properties
 * @not-serializable
 */
final class EdgeConnection
{
    public readonly string $orgId;

    /** null: nobody; then the datastreams must be open to requests without a token. */
    public readonly ?string $clientId;

    public readonly string $url;
    public readonly string $imsUrl;
    public readonly string $scope;
    public readonly ?string $caFile;
    public readonly ?string $proxy;
    public readonly int $connectTimeoutMs;
    public readonly int $timeoutMs;

    /** How the query spells the datastream's id. */
    public readonly string $datastreamParameter;

    public readonly bool $gzip;

    /**
     * @param string $orgId the organisation, e.g. `0123456789ABCDEF01234567@AdobeOrg`
     * @param string|null $clientId with $clientSecret: the credentials of a server-to-server integration
     * @param string|null $url null: `https://server.adobedc.net` with credentials, `https://edge.adobedc.net` without
     * @param string $imsUrl token endpoint; an address without a path gets `/ims/token/v3`
     * @param string|null $scope comma separated OAuth scopes; null: what a project with the Experience Platform API has
     * @param string|null $caFile PEM bundle to trust instead of `aco.ca_bundle` and the system's
     * @param string|null $proxy e.g. `http://proxy:3128`; null: the environment's, "": none
     * @param int $connectTimeoutMs milliseconds for one connection attempt
     * @param int $timeoutMs milliseconds for one whole request
     * @param string $datastreamParameter `datastreamId`; `dataStreamId` in older documents
     * @param bool $gzip compress bodies; whether the service takes that is not documented
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public function __construct(
        string $orgId,
        ?string $clientId = null,
        #[\SensitiveParameter] ?string $clientSecret = null,
        ?string $url = null,
        string $imsUrl = "https://ims-na1.adobelogin.com/ims/token/v3",
        ?string $scope = null,
        ?string $caFile = null,
        ?string $proxy = null,
        int $connectTimeoutMs = 5000,
        int $timeoutMs = 30000,
        string $datastreamParameter = "datastreamId",
        bool $gzip = false
    ) {}
}
