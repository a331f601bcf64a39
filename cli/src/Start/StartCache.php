<?php

declare(strict_types=1);

namespace Aco\Cli\Start;

use Aco\Cli\Files\Matches;
use Aco\Cli\Files\OwnFile;
use Aco\Cli\Files\OwnFolder;

/**
 * The folder that bin/aco starts PHP with: compiled files of opcache, and links to those of PHP's ini files that the
 * command needs, as loading the others takes longer than most commands. It stands for one PHP and is made anew when the
 * folder of the ini files has changed.
 */
final class StartCache
{
    /** Where bin/aco found no cache that it could use. */
    private const FOLDER = 'ACO_START_CACHE';
    private const PROGRAM = 'ACO_START_PROGRAM';
    /** Names the PHP that the links belong to. */
    private const KEY = 'aco_start_key';

    /** Common extensions that nothing here uses. All others are loaded, as one of them may be needed by another. */
    private const UNNEEDED = [
        'bcmath', 'bz2', 'calendar', 'curl', 'dba', 'dom', 'enchant', 'exif', 'ffi', 'fileinfo', 'ftp', 'gd', 'gettext',
        'gmp', 'imagick', 'imap', 'intl', 'ldap', 'mysqli', 'odbc', 'pdo_odbc', 'pdo_pgsql', 'pgsql', 'pspell',
        'readline', 'shmop', 'simplexml', 'snmp', 'soap', 'sockets', 'sqlite3', 'sysvmsg', 'sysvsem', 'sysvshm', 'tidy',
        'tokenizer', 'xdebug', 'xml', 'xmlreader', 'xmlrpc', 'xmlwriter', 'xsl', 'zip',
    ];

    /**
     * Starts anew without the cache when it belongs to another PHP, which had this one's name.
     *
     * @param list<string> $argv
     */
    public static function leaveForeign(string $launcher, array $argv): void
    {
        $key = get_cfg_var(self::KEY);
        // Other programs that this one starts need the extensions that were left out.
        $links = (string) getenv('PHP_INI_SCAN_DIR');
        if ($key !== false) {
            putenv('PHP_INI_SCAN_DIR');
        }

        if ($key !== false && $key !== self::key() && @unlink(dirname($links) . '/ready')) {
            if (function_exists('pcntl_exec')) {
                pcntl_exec($launcher, array_slice($argv, 1));
            }

            fwrite(STDERR, "aco: PHP has changed since the last call: run the same command again.\n");
            exit(2);
        }
    }

    /** Fills the folder, if bin/aco asks for that, for the next call. Whatever fails only leaves it slow. */
    public static function prepare(): void
    {
        $folder = (string) getenv(self::FOLDER);
        $scanned = self::scannedFolder();
        if ($folder === '' || $scanned === null || !extension_loaded('Zend OPcache')) {
            return;
        }

        try {
            self::fill($folder, (string) getenv(self::PROGRAM), $scanned);
        } catch (\ErrorException | \Random\RandomException) {
            // No room, or no right: nothing depends on it.
        }
    }

    private static function fill(string $folder, string $program, string $scanned): void
    {
        $umask = umask(0077);

        try {
            if ((!is_dir("$folder/opcache") && !mkdir("$folder/opcache", 0700, true)) || !OwnFolder::isSafe($folder)) {
                return;
            }

            $links = "$folder/ini." . bin2hex(random_bytes(8));
            mkdir($links);
            file_put_contents("$links/00-aco-start.ini", self::KEY . ' = "' . self::key() . "\"\n");
            foreach (Matches::in($scanned, '*.ini') as $file) {
                if (!self::isUnneeded($file)) {
                    symlink($file, "$links/" . basename($file));
                }
            }

            @unlink("$folder/ready");
            self::remove("$folder/ini");
            if (@rename($links, "$folder/ini")) {
                OwnFile::replace("$folder/ready", "$program\n$scanned\n");
                self::removeOfOtherArchives($folder);
            } else {
                self::remove($links);
            }
        } finally {
            umask($umask);
        }
    }

    /** The one folder with ini files that PHP has read beside php.ini; null when there are none or several. */
    private static function scannedFolder(): ?string
    {
        $files = array_filter(array_map('trim', explode(',', (string) php_ini_scanned_files())));
        $folders = array_unique(array_map(dirname(...), $files));

        return count($folders) === 1 ? reset($folders) : null;
    }

    /** Whether the file does nothing but load an extension that is not needed. */
    private static function isUnneeded(string $file): bool
    {
        $lines = preg_grep('/^\s*(?:;.*)?$/D', file($file, FILE_IGNORE_NEW_LINES) ?: [], PREG_GREP_INVERT);
        $pattern = '/^\s*extension\s*=\s*"?(?:php_)?(\w+)(?:\.\w+)?"?\s*$/D';

        return is_array($lines) && count($lines) === 1 && preg_match($pattern, (string) reset($lines), $name) === 1
            && in_array(strtolower($name[1]), self::UNNEEDED, true);
    }

    private static function remove(string $folder): void
    {
        foreach (Matches::in($folder, '*') as $link) {
            @unlink($link);
        }

        @rmdir($folder);
    }

    /** An archive has a folder under its digest; nobody asks for it once another archive has replaced that one. */
    private static function removeOfOtherArchives(string $folder): void
    {
        $name = basename($folder);
        if (preg_match('/^([\w.-]+)-[0-9a-f]{12}$/D', $name, $match) !== 1) {
            return;
        }

        foreach (Matches::in(dirname($folder), "$match[1]-????????????", GLOB_ONLYDIR) as $other) {
            if (basename($other) === $name) {
                continue;
            }

            $files = new \RecursiveIteratorIterator(
                new \RecursiveDirectoryIterator($other, \FilesystemIterator::SKIP_DOTS),
                \RecursiveIteratorIterator::CHILD_FIRST,
            );
            foreach ($files as $file) {
                $file->isDir() && !$file->isLink() ? @rmdir((string) $file) : @unlink((string) $file);
            }

            @rmdir($other);
        }
    }

    private static function key(): string
    {
        return PHP_VERSION . ' ' . PHP_EXTENSION_DIR;
    }
}
