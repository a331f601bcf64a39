<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * An item that cannot be mapped: a field is missing or holds what it must not hold.
 */
final class MappingFailure extends \UnexpectedValueException
{
    /**
     * @param string $field where in the source item, e.g. images.3.resource.url
     */
    public function __construct(string $reason, public readonly string $field)
    {
        parent::__construct("$field $reason");
    }
}
