<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * The Edge Network, and the credentials for it.
 *
 * @strict-properties
 * @not-serializable
 */
final class EdgeConnection
{
    /** null: requests go without a token, and the datastreams must accept that. */
    public readonly ?\Aco\ImsCredentials $credentials;

    public readonly string $url;

    /** The name of the query parameter with the datastream's id. */
    public readonly string $datastreamParameter;

    public readonly bool $gzip;
    public readonly \Aco\Transport $transport;

    /**
     * @param \Aco\ImsCredentials|null $credentials with an `orgId`
     * @param string|null $url null: `https://server.adobedc.net` with credentials, `https://edge.adobedc.net` without
     * @param string $datastreamParameter `datastreamId`, or `dataStreamId` as in older documentation
     * @param bool $gzip compress bodies; no documentation says whether the service accepts that
     * @throws \Aco\Exception\InvalidArgumentException names the parameter
     */
    public function __construct(
        ?\Aco\ImsCredentials $credentials = null,
        ?string $url = null,
        string $datastreamParameter = "datastreamId",
        bool $gzip = false,
        ?\Aco\Transport $transport = null
    ) {}
}
