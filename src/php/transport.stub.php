<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * How services are reached: certificate authorities, proxy and timeouts. All connections can share one.
 *
 * @strict-properties
 * @not-serializable
 */
final class Transport
{
    public readonly ?string $caFile;

    /** Without user and password, which are kept out of properties, dumps and traces. */
    public readonly ?string $proxy;

    public readonly int $connectTimeoutMs;
    public readonly int $timeoutMs;

    /**
     * @param string|null $caFile PEM bundle to trust instead of `aco.ca_bundle` and the system's
     * @param string|null $proxy e.g. `http://user:password@proxy:3128`; null: the environment's, "": none
     * @param int $connectTimeoutMs milliseconds that a connection may take
     * @param int $timeoutMs milliseconds that a whole request may take
     * @throws Exception\InvalidArgumentException names the parameter
     */
    public function __construct(
        ?string $caFile = null,
        #[\SensitiveParameter] ?string $proxy = null,
        int $connectTimeoutMs = 5000,
        int $timeoutMs = 30000
    ) {}
}
