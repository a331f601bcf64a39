<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** The member `deleted` of an order or a customer: a boolean, or what Commerce's tables and exports write for one. */
final class DeletedMark
{
    /** Null for a value that says neither. */
    public static function of(mixed $value): ?bool
    {
        return match (true) {
            $value === null => false,
            is_scalar($value) => filter_var($value, FILTER_VALIDATE_BOOLEAN, FILTER_NULL_ON_FAILURE),
            default => null,
        };
    }
}
