<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Rates, concurrency and retries. The default rates are the documented base allocation of a tenant; 0 means unlimited.
 *
 * @strict-properties
 * @not-serializable
 */
final class Limits
{
    public readonly float $requestsPerSecond;
    public readonly int $productsPerMinute;
    public readonly int $pricesPerMinute;
    public readonly int $concurrency;
    public readonly int $maxAttempts;
    public readonly int $maxRequestBytes;
    public readonly int $retryBudgetMs;
    public readonly bool|SharedStore $shared;
    public readonly int $hosts;

    /**
     * @param float $requestsPerSecond 0 to 10000; 0: unlimited
     * @param int $productsPerMinute product items, live and deleted; 0: unlimited
     * @param int $pricesPerMinute price items, live and deleted; 0: unlimited
     * @param int $concurrency requests in flight at once, 1 to 64
     * @param int $maxAttempts failed attempts after which a request is given up, 1 to 20;
     *        a pause that a 429 asks for does not count
     * @param int $maxRequestBytes bytes of a request body before compression, 1 KiB to 256 MiB
     * @param int $retryBudgetMs milliseconds after its first failure in which a request may be retried, 0 to one day
     * @param bool|SharedStore $shared share rates and tokens with other processes of the host through
     *        `aco.state_dir`, not on Windows; or with other hosts through a store
     * @param int $hosts how many hosts share a store, 1 to 1000: while it cannot be used, each keeps to its share of
     *        the rates
     * @throws Exception\InvalidArgumentException names the parameter and its range
     */
    public function __construct(
        float $requestsPerSecond = 2.0,
        int $productsPerMinute = 1000,
        int $pricesPerMinute = 50000,
        int $concurrency = 4,
        int $maxAttempts = 4,
        int $maxRequestBytes = 8388608,
        int $retryBudgetMs = 60000,
        bool|SharedStore $shared = true,
        int $hosts = 1
    ) {}
}
