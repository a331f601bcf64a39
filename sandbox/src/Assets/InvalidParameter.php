<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** A call of the REST API that is refused. */
final class InvalidParameter extends \RuntimeException
{
    /** @param array<string, string> $parameters of the message */
    private function __construct(string $message, public readonly array $parameters)
    {
        parent::__construct($message);
    }

    public static function missing(string $name): self
    {
        return new self('"%fieldName" is required. Enter and try again.', ['fieldName' => $name]);
    }

    public static function wrong(string $name, string $type): self
    {
        return new self('The "%fieldName" value has a wrong type: "%type" is expected.', ['fieldName' => $name, 'type' => $type]);
    }

    public static function refused(string $reason): self
    {
        return new self($reason, []);
    }
}
