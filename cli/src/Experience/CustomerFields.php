<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** Reads members of customers, whose names are those of Commerce's REST API or of its I/O events. */
final class CustomerFields
{
    private const MAX_TEXT = 1024;

    /**
     * @param array<string, mixed> $customer
     * @throws InvalidCustomer
     */
    public static function id(array $customer): string
    {
        return self::required($customer, 'id', ['id', 'entity_id', 'customerId']);
    }

    /**
     * @param array<string, mixed> $customer
     * @throws InvalidCustomer
     */
    public static function email(array $customer): string
    {
        $email = trim(self::required($customer, 'email', ['email']));

        return preg_match('/^[^\s@]+@[^\s@]+$/D', $email) === 1
            ? $email
            : throw new InvalidCustomer('email', 'must be an e-mail address');
    }

    /**
     * @param array<string, mixed> $customer
     * @throws InvalidCustomer
     */
    public static function isDeleted(array $customer): bool
    {
        return DeletedMark::of($customer['deleted'] ?? null)
            ?? throw new InvalidCustomer('deleted', 'must be true or false');
    }

    /**
     * @param array<string, mixed> $customer
     * @return array<string, string>
     */
    public static function scope(array $customer): array
    {
        $metadata = is_array($customer['_metadata'] ?? null) ? $customer['_metadata'] : [];
        $scope = [];
        foreach (['websiteCode', 'storeCode', 'storeViewCode'] as $name) {
            $value = $customer[$name] ?? $metadata[$name] ?? null;
            if (is_string($value) && $value !== '') {
                $scope[$name] = substr($value, 0, 64);
            }
        }

        return $scope;
    }

    /**
     * @param array<string, mixed> $customer
     * @return array<string, string> the parts of the name that are there, as XDM calls them
     */
    public static function name(array $customer): array
    {
        return array_filter([
            'firstName' => self::text($customer, ['firstname', 'firstName']),
            'lastName' => self::text($customer, ['lastname', 'lastName']),
        ], static fn (?string $part): bool => $part !== null);
    }

    /**
     * @param array<string, mixed> $customer
     * @param array<string, string> $attributes paths of those that are sent, by name
     * @return array<string, mixed> custom attributes as strings, at their paths
     */
    public static function custom(array $customer, array $attributes): array
    {
        $given = is_array($customer['profileAttributes'] ?? null) ? $customer['profileAttributes'] : [];
        foreach (is_array($customer['custom_attributes'] ?? null) ? $customer['custom_attributes'] : [] as $one) {
            if (is_array($one) && is_string($one['attribute_code'] ?? null)) {
                $given += [$one['attribute_code'] => $one['value'] ?? null];
            }
        }

        $tree = [];
        foreach ($attributes as $attribute => $path) {
            $value = $given[$attribute] ?? null;
            if (is_scalar($value)) {
                $at = &$tree;
                foreach (explode('.', $path) as $member) {
                    $at = &$at[$member];
                }
                $at = substr(is_bool($value) ? ($value ? 'true' : 'false') : (string) $value, 0, self::MAX_TEXT);
                unset($at);
            }
        }

        return $tree;
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $names
     */
    private static function required(array $customer, string $field, array $names): string
    {
        return self::text($customer, $names) ?? throw new InvalidCustomer($field, 'is missing');
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $names
     */
    public static function text(array $customer, array $names): ?string
    {
        foreach ($names as $name) {
            $value = $customer[$name] ?? null;
            if (is_array($value) || is_bool($value)) {
                throw new InvalidCustomer($name, 'must be a text');
            }
            if ($value !== null && (string) $value !== '') {
                return substr((string) $value, 0, self::MAX_TEXT);
            }
        }

        return null;
    }

    /**
     * A date as it stands there; null as well for one of zeros, which databases have for none.
     *
     * @param array<string, mixed> $customer
     * @param list<string> $names
     */
    public static function day(array $customer, array $names): ?string
    {
        $text = self::text($customer, $names);

        return $text === null || str_starts_with($text, '0000-00-00') ? null : $text;
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $names
     */
    public static function date(array $customer, string $field, array $names): ?int
    {
        $text = self::day($customer, $names);
        // Commerce has its own times in UTC, without saying so.
        $hasOffset = $text !== null && preg_match('/(?:[Zz]|[+-]\d\d:?\d\d)$/D', $text) === 1;
        $time = $text === null ? null : strtotime($hasOffset ? $text : "$text UTC");

        return $time === false ? throw new InvalidCustomer($field, 'must be a date and a time') : $time;
    }
}
