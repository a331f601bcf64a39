<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** A customer that no event can be made of. */
final class InvalidCustomer extends \RuntimeException
{
    public function __construct(public readonly string $field, string $reason)
    {
        parent::__construct("$field $reason");
    }
}
