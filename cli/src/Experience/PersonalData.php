<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** Removes what identifies a shopper from messages, as the service may quote an identity that it rejects. */
final class PersonalData
{
    public static function redact(string $text): string
    {
        return preg_replace('/[^\s"\'`<>(),;:]+(?:@|%40)[^\s"\'`<>(),;:]+/', '[e-mail]', $text) ?? '[message left out]';
    }
}
