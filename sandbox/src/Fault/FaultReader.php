<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

use Aco\Sandbox\Experience\EdgeCode;

/** Makes a fault of its JSON description and refuses what it does not understand. */
final class FaultReader
{
    /** A character that no path can have, so that no expression needs it. */
    private const DELIMITER = "\x01";
    private const MEMBERS = ['match', 'times', 'after', 'probability', 'fault'];

    /**
     * @param array<mixed> $spec decoded JSON
     * @throws InvalidFault
     */
    public static function read(array $spec): Fault
    {
        self::refuseUnknown($spec, self::MEMBERS, 'a fault');
        $match = self::member($spec, 'match', 'array', []);
        self::refuseUnknown($match, ['path', 'method'], 'match');
        $path = self::member($match, 'path', 'string', '');
        $pattern = self::DELIMITER . $path . self::DELIMITER;
        if (str_contains($path, self::DELIMITER) || @preg_match($pattern, '') === false) {
            throw new InvalidFault('match.path is not a regular expression.');
        }

        $times = self::member($spec, 'times', 'int', null, 1);
        $after = self::member($spec, 'after', 'int', 0, 0);
        $probability = $spec['probability'] ?? 1.0;
        if ((!is_int($probability) && !is_float($probability)) || $probability < 0 || $probability > 1) {
            throw new InvalidFault('probability must be a number from 0 to 1.');
        }

        $fault = self::member($spec, 'fault', 'array', 'required');
        $type = FaultType::tryFrom(self::member($fault, 'type', 'string', 'required'))
            ?? throw new InvalidFault(sprintf(
                'fault.type must be one of %s.',
                implode(', ', array_map(static fn (FaultType $type): string => $type->value, FaultType::cases())),
            ));

        return new Fault(
            $spec,
            $pattern,
            strtoupper(self::member($match, 'method', 'string', '')),
            new Frequency($times, $after, (float) $probability),
            $type,
            self::options($type, $fault),
        );
    }

    /**
     * @param array<mixed> $fault
     * @return array<string, mixed>
     */
    private static function options(FaultType $type, array $fault): array
    {
        $known = $type->options();
        self::refuseUnknown($fault, ['type', ...array_keys($known)], "fault of type {$type->value}");
        $options = [];

        foreach ($known as $name => $rule) {
            $options[$name] = self::member(
                $fault,
                $name,
                $rule['type'],
                $rule['default'],
                $rule['min'] ?? PHP_INT_MIN,
                $rule['max'] ?? PHP_INT_MAX,
            );
        }

        if ($type === FaultType::Status) {
            $options['headers'] = self::headers($options['headers']);
        }

        if ($type === FaultType::Edge && EdgeCode::tryFrom($options['code']) === null) {
            throw new InvalidFault('code must be one of ' . implode(
                ', ',
                array_map(static fn (EdgeCode $code): string => $code->value, EdgeCode::cases()),
            ) . '.');
        }

        if ($type === FaultType::RejectItems) {
            self::itemChoice($options);
        }

        if ($type === FaultType::RejectRecords) {
            self::strings('keys', $options['keys']);
        }

        if ($type === FaultType::Index) {
            self::strings('lost', $options['lost']);
            self::strings('changed', $options['changed']);
        }

        return $options;
    }

    /** @param array<string, mixed> $options */
    private static function itemChoice(array $options): void
    {
        if ($options['keys'] === [] && $options['every'] === 0) {
            throw new InvalidFault('reject-items needs keys, a list of strings, or every, a number.');
        }
        self::strings('keys', $options['keys']);
    }

    /** @param array<mixed> $values */
    private static function strings(string $name, array $values): void
    {
        foreach ($values as $value) {
            if (!is_string($value)) {
                throw new InvalidFault("$name must be a list of strings.");
            }
        }
    }

    /**
     * @param array<mixed> $headers
     * @return array<string, string>
     */
    private static function headers(array $headers): array
    {
        $clean = [];

        foreach ($headers as $name => $value) {
            if (
                preg_match('/^[A-Za-z0-9-]+$/D', (string) $name) !== 1
                || !is_string($value)
                || preg_match('/^[\x20-\x7e]*$/D', $value) !== 1
            ) {
                throw new InvalidFault('headers must be an object of names and printable ASCII strings.');
            }

            $clean[strtolower((string) $name)] = $value;
        }

        return $clean;
    }

    /** @param array<mixed> $spec */
    private static function member(
        array $spec,
        string $name,
        string $type,
        mixed $default,
        int $min = PHP_INT_MIN,
        int $max = PHP_INT_MAX,
    ): mixed {
        $value = $spec[$name] ?? null;
        if ($value === null) {
            return $default === 'required' ? throw new InvalidFault("$name is missing.") : $default;
        }

        if (get_debug_type($value) !== $type) {
            $wanted = [
                'int' => 'a whole number',
                'string' => 'a string',
                'array' => 'an object or a list',
                'bool' => 'true or false',
            ][$type];
            throw new InvalidFault("$name must be $wanted.");
        }

        if ($type === 'int' && ($value < $min || $value > $max)) {
            throw new InvalidFault("$name must be " . ($max === PHP_INT_MAX ? "at least $min." : "from $min to $max."));
        }

        return $value;
    }

    /**
     * @param array<mixed> $spec
     * @param list<string> $known
     */
    private static function refuseUnknown(array $spec, array $known, string $where): void
    {
        $unknown = array_diff(array_map('strval', array_keys($spec)), $known);
        if ($unknown !== []) {
            throw new InvalidFault(sprintf(
                '%s is not known in %s. Known are: %s.',
                implode(', ', $unknown),
                $where,
                implode(', ', $known),
            ));
        }
    }
}
