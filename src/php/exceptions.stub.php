<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Exception;

/** All exceptions of this extension. */
interface AcoException extends \Throwable
{
    /** Whether the same call may succeed later. */
    public function isRetryable(): bool;
}

/** An argument or a setting that can never work. */
final class InvalidArgumentException extends \InvalidArgumentException implements AcoException
{
    public function isRetryable(): bool {}
}

/** An item that cannot be mapped. */
final class MappingException extends \UnexpectedValueException implements AcoException
{
    /** Source field, e.g. `images.3.resource.url`. */
    public readonly string $field;

    /** What is wrong with it, without the item. */
    public readonly string $reason;

    public function isRetryable(): bool {}
}

/** A source of items that cannot be read, or not to its end. */
final class ReadException extends \RuntimeException implements AcoException
{
    public function isRetryable(): bool {}
}

/** IMS refuses the credentials. */
final class AuthenticationException extends \RuntimeException implements AcoException
{
    public function isRetryable(): bool {}
}

/** No connection, or no readable response. The code is libcurl's. */
class TransportException extends \RuntimeException implements AcoException
{
    public function isRetryable(): bool {}
}

/** No response in time. */
final class TimeoutException extends TransportException
{
}

/** The service responded with an error. The code is the HTTP status. */
final class ApiException extends \RuntimeException implements AcoException
{
    public readonly int $status;

    /** The service's `x-request-id`, "" when there was none. */
    public readonly string $requestId;

    public function isRetryable(): bool {}
}
