<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

/** What came is not a request this server understands. Its message is sent to the client. */
final class MalformedRequest extends \RuntimeException
{
    public function __construct(string $message, public readonly int $status = 400)
    {
        parent::__construct($message);
    }
}
