<?php

declare(strict_types=1);

namespace Aco\Bench;

use Symfony\Component\Console\Exception\ExceptionInterface as UsageFailure;
use Symfony\Component\Console\Input\ArgvInput;
use Symfony\Component\Console\Input\InputDefinition;
use Symfony\Component\Console\Input\InputOption;

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
        try {
            $input = self::parse($defaults, $arguments);
            if ($input->getOption('help') === true) {
                echo $usage;
                exit(0);
            }

            $values = [];
            foreach ($defaults as $name => $default) {
                $given = $input->getOption($name);
                // A text that was given; the defaults are of their type already.
                $values[$name] = is_string($given) ? self::value("--$name", $given, $default) : $given;
            }

            if (!extension_loaded('aco')) {
                throw new \UnexpectedValueException('The extension aco is not loaded; start this with the command in bench/');
            }
        } catch (UsageFailure | \UnexpectedValueException $e) {
            fwrite(STDERR, "{$e->getMessage()}\n\n$usage");
            exit(2);
        }

        return $values;
    }

    /**
     * @param array<string, int|float|bool|string|null> $defaults
     * @param list<string> $arguments
     */
    private static function parse(array $defaults, array $arguments): ArgvInput
    {
        $libraries = __DIR__ . '/../../cli/vendor/autoload.php';
        if (!is_file($libraries)) {
            throw new \UnexpectedValueException('The libraries are missing: run composer install -d cli');
        }

        require_once $libraries;
        $definition = new InputDefinition([new InputOption('help', null, InputOption::VALUE_NONE)]);
        foreach ($defaults as $name => $default) {
            $definition->addOption($default === false
                ? new InputOption($name, null, InputOption::VALUE_NONE)
                : new InputOption($name, null, InputOption::VALUE_REQUIRED, '', $default));
        }

        return new ArgvInput(['bench', ...$arguments], $definition);
    }

    private static function value(string $option, string $value, int|float|bool|string|null $default): int|float|string
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
