<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

/** A setting that is on or off, as people write it. */
final class Toggle
{
    private const WORDS = ['on' => true, 'off' => false, '1' => true, '0' => false];

    /** Null when it is neither. */
    public static function of(string $text): ?bool
    {
        return self::WORDS[strtolower(trim($text))] ?? null;
    }

    public static function text(bool $isOn): string
    {
        return $isOn ? 'on' : 'off';
    }
}
