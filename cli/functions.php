<?php

declare(strict_types=1);

// Replacements for functions that hosters may disable and that the command and its libraries can do without: PHP treats
// a disabled function as undefined. Calls of any other end with its name, in Application::main().

if (!function_exists('stream_isatty')) {
    /** @param resource $stream */
    function stream_isatty($stream): bool
    {
        // A character device other than /dev/null.
        $stat = fstat($stream);
        $null = @stat('/dev/null');

        return $stat !== false && ($stat['mode'] & 0170000) === 0020000
            && ($null === false || $stat['rdev'] !== $null['rdev']);
    }
}

if (!function_exists('getenv')) {
    /** @return array<string, string>|string|false */
    function getenv(?string $name = null, bool $local_only = false): array|string|false
    {
        static $variables = null;
        if ($variables === null) {
            $variables = [];
            foreach (explode("\0", (string) @file_get_contents('/proc/self/environ')) as $line) {
                [$key, $value] = explode('=', $line, 2) + ['', ''];
                $variables[$key] = $value;
            }
            unset($variables['']);
            $variables += array_filter($_ENV, 'is_string') + array_filter($_SERVER, 'is_string');
        }

        return $name === null ? $variables : $variables[$name] ?? false;
    }
}

if (!function_exists('getmypid')) {
    function getmypid(): int|false
    {
        $process = @readlink('/proc/self');

        return $process === false ? 0 : (int) $process;
    }
}

if (!function_exists('gethostname')) {
    function gethostname(): string|false
    {
        $name = @file_get_contents('/proc/sys/kernel/hostname');

        return $name === false ? false : trim($name);
    }
}

if (!function_exists('extension_loaded')) {
    function extension_loaded(string $extension): bool
    {
        return in_array(strtolower($extension), array_map('strtolower', get_loaded_extensions()), true);
    }
}

if (!function_exists('usleep')) {
    function usleep(int $microseconds): void
    {
        time_nanosleep(intdiv($microseconds, 1000000), $microseconds % 1000000 * 1000);
    }
}

if (!function_exists('register_shutdown_function')) {
    /** Without it, fatal errors are not reported in a sentence. */
    function register_shutdown_function(callable $callback, mixed ...$args): void
    {
    }
}

if (!function_exists('ini_get')) {
    function ini_get(string $option): string|false
    {
        return get_cfg_var($option);
    }
}

if (!function_exists('ini_set')) {
    function ini_set(string $option, string|int|float|bool|null $value): string|false
    {
        return false;
    }
}
