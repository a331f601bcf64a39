<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** The text of the option --dsn. It is never quoted in a message, because people put passwords into it. */
final class Dsn
{
    private const FORMS = 'sqlite:FILE or mysql:host=…;dbname=…';
    private const SECRET = 'The DSN must not contain a user or password, which would show in the process list: '
        . 'set the environment variables ACO_DB_USER and ACO_DB_PASSWORD.';
    private const MYSQL_MEMBERS = ['host', 'port', 'unix_socket', 'dbname'];

    /** @param \Closure(string): string $absolute path of a file that may be relative */
    public static function dialect(
        string $dsn,
        \Closure $absolute,
        string $user,
        #[\SensitiveParameter] string $password,
    ): Dialect {
        [$kind, $rest] = explode(':', $dsn, 2) + [1 => ''];

        return match ($kind) {
            'sqlite' => self::sqlite($rest, $absolute),
            'mysql' => self::mysql($rest, $user, $password),
            default => throw new CommandFailure(
                'The DSN must start with sqlite: or mysql:, as in ' . self::FORMS . '.'
            ),
        };
    }

    private static function sqlite(string $file, \Closure $absolute): Dialect
    {
        if ($file === '' || $file === ':memory:') {
            throw new CommandFailure('The DSN must name a SQLite file: --dsn=sqlite:FILE.');
        }

        return new SqliteDialect($absolute($file));
    }

    private static function mysql(string $text, string $user, #[\SensitiveParameter] string $password): Dialect
    {
        return new MysqlDialect(self::mysqlMembers($text, self::SECRET), $user, $password);
    }

    /**
     * What follows "mysql:".
     *
     * @param string $secret says that a user or password is no member, and where they go
     * @return array<string, string>
     */
    public static function mysqlMembers(string $text, string $secret): array
    {
        $members = [];

        foreach (array_filter(explode(';', $text), static fn (string $part): bool => trim($part) !== '') as $part) {
            [$name, $value] = explode('=', $part, 2) + [1 => ''];
            $name = trim($name);
            if (in_array(strtolower($name), ['user', 'password', 'passwd'], true)) {
                throw new CommandFailure($secret);
            }

            if (!in_array($name, self::MYSQL_MEMBERS, true)) {
                throw new CommandFailure(
                    'A mysql: DSN consists of ' . implode(', ', self::MYSQL_MEMBERS) . ', separated by semicolons.'
                );
            }

            $members[$name] = trim($value);
        }

        if (($members['dbname'] ?? '') === '') {
            throw new CommandFailure('The DSN must name the database: "mysql:host=…;dbname=…".');
        }
        if (!ctype_digit($members['port'] ?? '0')) {
            throw new CommandFailure('The port in the DSN must be a number.');
        }

        return $members;
    }
}
