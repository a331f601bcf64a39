<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** A call of the REST API that is refused. */
final class InvalidParameter extends \RuntimeException
{
    /** @param array<string, string> $parameters of the message */
    private function __construct(
        string $message,
        public readonly array $parameters = [],
        public readonly int $status = 400,
    ) {
        parent::__construct($message);
    }

    /** The message with its parameters in place. */
    public function text(): string
    {
        $names = array_map(static fn (string $name): string => "%$name", array_keys($this->parameters));

        return strtr($this->getMessage(), array_combine($names, $this->parameters));
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
        return new self($reason);
    }

    public static function noProduct(): self
    {
        return new self("The product that was requested doesn't exist. Verify the product and try again.", [], 404);
    }
}
