<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * The command line of a benchmark. The defaults say which options there are and of what type their values are.
 */
final class Options
{
    /**
     * Ends the process with exit code 2 when an argument is wrong, with 0 after --help.
     *
     * @param array<string, int|float|bool|string|null> $defaults by name; false: a flag, null: a text that may be
     *        absent
     * @param list<string> $arguments
     * @return array<string, int|float|bool|string|null> values by name
     */
    public static function read(string $usage, array $defaults, array $arguments): array
    {
        $values = $defaults;

        try {
            while ($arguments !== []) {
                [$option, $value] = explode('=', array_shift($arguments), 2) + [1 => null];
                if ($option === '--help') {
                    echo $usage;
                    exit(0);
                }

                $name = str_starts_with($option, '--') ? substr($option, 2) : '';
                if (!array_key_exists($name, $defaults)) {
                    throw new \UnexpectedValueException("Unknown argument $option");
                }

                if ($defaults[$name] === false) {
                    $values[$name] = true;
                    continue;
                }

                $value ??= array_shift($arguments) ?? throw new \UnexpectedValueException("$option needs a value");
                $values[$name] = self::value($option, $value, $defaults[$name]);
            }

            if (!extension_loaded('aco')) {
                throw new \UnexpectedValueException('The extension aco is not loaded; start this with the command in bench/');
            }
        } catch (\UnexpectedValueException $e) {
            fwrite(STDERR, "{$e->getMessage()}\n\n$usage");
            exit(2);
        }

        return $values;
    }

    private static function value(string $option, string $value, int|float|string|null $default): int|float|string
    {
        if (is_int($default)) {
            $number = filter_var($value, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1]]);

            return $number !== false ? $number : throw new \UnexpectedValueException("$option needs a number from 1");
        }
        if (is_float($default)) {
            $number = filter_var($value, FILTER_VALIDATE_FLOAT, ['options' => ['min_range' => 0]]);

            return $number !== false ? $number : throw new \UnexpectedValueException("$option needs a number from 0");
        }

        return $value;
    }
}
