<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * How to reach the Edge Network, and as whom.
 *
 * @strict-properties
 * @not-serializable
 */
final class EdgeConnection
{
    /** null: nobody; then the datastreams must be open to requests without a token. */
    public readonly ?\Aco\ImsCredentials $credentials;

    public readonly string $url;

    /** How the query spells the datastream's id. */
    public readonly string $datastreamParameter;

    public readonly bool $gzip;
    public readonly \Aco\Transport $transport;

    /**
     * @param \Aco\ImsCredentials|null $credentials with an `orgId`
     * @param string|null $url null: `https://server.adobedc.net` with credentials, `https://edge.adobedc.net` without
     * @param string $datastreamParameter `datastreamId`; `dataStreamId` in older documents
     * @param bool $gzip compress bodies; whether the service takes that is not documented
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
