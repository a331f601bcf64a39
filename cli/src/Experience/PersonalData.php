<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** Removes what identifies a shopper from messages, as the service may quote an identity that it rejects. */
final class PersonalData
{
    /** Shorter ones stand in every sentence. */
    private const MIN_VALUE = 3;
    private const XDM = 'https://ns.adobe.com/';

    public static function redact(string $text): string
    {
        return preg_replace('/[^\s"\'`<>(),;:]+(?:@|%40)[^\s"\'`<>(),;:]+/', '[e-mail]', $text) ?? '[message left out]';
    }

    /**
     * The same, and without what stands in a record.
     *
     * @param array<string, mixed> $record
     */
    public static function without(string $text, array $record): string
    {
        $values = [];
        array_walk_recursive($record, static function (mixed $value) use (&$values): void {
            if (is_string($value) && strlen($value) >= self::MIN_VALUE && !str_starts_with($value, self::XDM)) {
                $values[$value] = '[value]';
            }
        });

        return self::redact(strtr($text, $values));
    }
}
