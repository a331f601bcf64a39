<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** What the names of all tables begin with, as in a Commerce that was installed with --db-prefix. */
final class TablePrefix
{
    public const OPTION = 'table-prefix';

    /** With the longest name of a table it stays within the 64 characters that a server takes. */
    private const FORM = '/^[A-Za-z][A-Za-z0-9_]{0,31}$/D';

    private function __construct(public readonly string $text)
    {
    }

    public static function none(): self
    {
        return new self('');
    }

    public static function of(string $text): self
    {
        return self::isValid($text) ? new self($text) : throw new CommandFailure(
            '--table-prefix must be at most 32 letters, digits and _, starting with a letter: '
            . 'use the value of db/table_prefix in app/etc/env.php.'
        );
    }

    public static function isValid(string $text): bool
    {
        return $text === '' || preg_match(self::FORM, $text) === 1;
    }

    public function isNone(): bool
    {
        return $this->text === '';
    }

    /** SQL names tables, and what has to be unique like them, in braces: `SELECT id FROM {aem_asset}`. */
    public function apply(string $sql): string
    {
        return preg_replace('/\{(\w+)\}/', $this->text . '$1', $sql);
    }
}
