<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

/** Text from outside, made fit for a terminal. */
final class Text
{
    /** One line without control characters, at most that many bytes long. */
    public static function printable(string $text, int $limit = 1000): string
    {
        $text = preg_replace('/[\x00-\x1f\x7f]+/', ' ', $text);

        return strlen($text) <= $limit ? $text : substr($text, 0, $limit) . '…';
    }
}
