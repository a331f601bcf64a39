<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Times of events (RFC 3339) in a form whose order as text is that of time. */
final class EventTime
{
    private const FORM = '/^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?'
        . '(?:[Zz]|([+-])(\d\d):(\d\d))$/D';

    private function __construct(
        /** UTC with nine digits after the point. */
        public readonly string $text,
        public readonly float $seconds,
    ) {
    }

    /** Null when it is not a time. */
    public static function parse(string $text): ?self
    {
        if (preg_match(self::FORM, $text, $part) !== 1 || !checkdate((int) $part[2], (int) $part[3], (int) $part[1])
            || $part[4] > '23' || $part[5] > '59' || $part[6] > '60' || ($part[10] ?? '') > '59') {
            return null;
        }

        $offset = ((int) ($part[9] ?? 0) * 60 + (int) ($part[10] ?? 0)) * (($part[8] ?? '') === '-' ? -60 : 60);
        $seconds = gmmktime(
            (int) $part[4],
            (int) $part[5],
            (int) $part[6],
            (int) $part[2],
            (int) $part[3],
            (int) $part[1],
        ) - $offset;

        return $seconds < 0 ? null : self::make($seconds, (int) str_pad($part[7] ?? '', 9, '0'));
    }

    public static function at(float $seconds): self
    {
        return self::make((int) $seconds, (int) (($seconds - (int) $seconds) * 1e9));
    }

    private static function make(int $seconds, int $nanoseconds): self
    {
        return new self(
            gmdate('Y-m-d\TH:i:s', $seconds) . sprintf('.%09dZ', $nanoseconds),
            $seconds + $nanoseconds / 1e9,
        );
    }
}
