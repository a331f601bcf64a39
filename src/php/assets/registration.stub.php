<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/** The two documented shapes of the registration. */
enum Dialect: string
{
    /** `rule: {type: …, matchBySkuRule: {…}}`, of the newer documentation. */
    case Nested = "nested";

    /** `ruleType: …, matchBySkuRule: {…}`. */
    case Flat = "flat";
}

/** What kind of error a registration met: who can fix it. */
enum ErrorClass: string
{
    /** Settings that do not go together: AEM ids, addresses, Commerce credentials, organisation. */
    case Configuration = "configuration";

    /** API key or token. */
    case Authentication = "authentication";

    /** Something is not ready yet, such as an approved asset: try again later. */
    case State = "state";

    /** The request is wrong: a bug of the caller, or a change of the service. */
    case CallerBug = "callerBug";

    /** No connection, no readable response, or a failure of the service. */
    case Transport = "transport";

    /** The service responded with something that is not documented. */
    case Unknown = "unknown";
}

/**
 * A registered tenant.
 *
 * @strict-properties
 * @not-serializable
 */
final class Registration
{
    /** null when the service does not say, as for a tenant that existed before. */
    public readonly ?string $tenantId;

    public readonly bool $alreadyRegistered;

    /** The dialect that the service accepted. */
    public readonly Dialect $dialect;

    /** The service's `x-request-id`, "" when there was none. */
    public readonly string $requestId;

    private function __construct() {}
}

/** The tenant is not registered. The code is the HTTP status, or libcurl's when there was no response. */
final class RegistrationException extends \RuntimeException implements \Aco\Exception\AcoException
{
    public readonly ErrorClass $errorClass;

    /** HTTP status; 0 when there was no response. */
    public readonly int $status;

    /** The service's `x-request-id`, "" when there was none. */
    public readonly string $requestId;

    /** list<array{message: string, path: string}> of a GraphQL response. */
    public readonly array $errors;

    public readonly bool $retryable;

    public function isRetryable(): bool {}
}
