<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

/** What forms, options and tables hold, as text. */
class Text
{
    /** "" for what is no text, such as an array that somebody has sent. */
    public static function of(mixed $value): string
    {
        return is_scalar($value) || $value instanceof \Stringable ? (string) $value : '';
    }
}
