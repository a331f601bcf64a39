<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** Prefix of all table names, as in a Commerce that was installed with --db-prefix. */
final class TablePrefix
{
    public const OPTION = 'table-prefix';

    /** With the longest table name it stays within a server's limit of 64 characters. */
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

    /** SQL names tables, and whatever else needs the prefix, in braces: `SELECT id FROM {aem_asset}`. */
    public function apply(string $sql): string
    {
        return preg_replace('/\{(\w+)\}/', $this->text . '$1', $sql);
    }
}
