<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Reads from services of Adobe that have no class of their own: one request at a time, with a token of IMS. Transient
 * failures are retried, and a token that is refused is renewed once. Redirects are not followed; responses are as large
 * as `aco.max_response_bytes` at most.
 *
 * @strict-properties
 * @not-serializable
 */
final class ServiceReader
{
    /**
     * @param ImsCredentials|null $credentials null: without a token; without a scope, `openid,AdobeID` is requested
     * @param Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults
     */
    public function __construct(
        ?ImsCredentials $credentials = null,
        ?Transport $transport = null,
        ?Limits $limits = null
    ) {}

    /**
     * Makes a GET, or with a body a POST of JSON.
     *
     * @param string $url https, or http to loopback; at most 4,096 bytes
     * @param array $headers list<string>, lines such as `x-api-key: abc`, at most 16
     * @return array array{status: int, body: string, links: string, retryAfterMs: ?int, requestId: string, message:
     *         string} whatever the status; `links`: all Link headers, joined by ", "; `message`: for errors, a
     *         printable excerpt of the body without secrets
     * @throws Exception\InvalidArgumentException names the parameter
     * @throws Exception\AuthenticationException IMS refuses the credentials
     * @throws Exception\ApiException IMS responds with an error
     * @throws Exception\TransportException no connection, no complete response
     */
    public function request(string $url, array $headers = [], ?string $json = null): array {}
}
