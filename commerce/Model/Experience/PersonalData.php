<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

/** Keeps what identifies a shopper out of messages: the service may quote an identity that it refuses. */
class PersonalData
{
    public static function redact(string $text): string
    {
        return preg_replace('/[^\s"\'`<>(),;:]+(?:@|%40)[^\s"\'`<>(),;:]+/', '[e-mail]', $text) ?? '[message left out]';
    }
}
