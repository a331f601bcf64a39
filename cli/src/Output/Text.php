<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

/** Makes foreign text safe for a terminal, a log or a page. */
final class Text
{
    /**
     * Members of a character class: what drives a terminal, ends a line, turns the direction of the text around it, or
     * cannot be seen. The extension has the same in its messages (aco_utf8_is_printable()); controls below U+0020
     * aside.
     */
    public const UNPRINTABLE = '\x{7F}-\x{9F}\x{61C}\x{180E}\x{200B}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2060}-\x{206F}'
        . '\x{FEFF}\x{FFF0}-\x{FFFB}\x{FFFE}\x{FFFF}\x{1BCA0}-\x{1BCA3}\x{1D173}-\x{1D17A}\x{E0000}-\x{E007F}';
    private const CONTROLS = '/[\x00-\x1F\x{7F}-\x{9F}\x{2028}\x{2029}]+/u';

    /** One line that shows all it holds, at most that many bytes long. */
    public static function printable(string $text, int $limit = 1000): string
    {
        $text = self::visible($text);
        if (strlen($text) <= $limit) {
            return $text;
        }
        // Do not cut within a character.
        while ($limit > 0 && (ord($text[$limit]) & 0xC0) === 0x80) {
            $limit--;
        }

        return substr($text, 0, $limit) . '…';
    }

    /** The same at its whole length: blanks for control characters, question marks for what hides or is invalid. */
    public static function visible(string $text): string
    {
        if (preg_match('//u', $text) !== 1) {
            $valid = json_decode(json_encode($text, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR));
            $text = str_replace("\u{FFFD}", '?', $valid);
        }

        return preg_replace([self::CONTROLS, '/[' . self::UNPRINTABLE . ']/u'], [' ', '?'], $text);
    }
}
