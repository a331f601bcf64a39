<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Experience\Event;
use Aco\Experience\Settings;

/**
 * Makes events of customer accounts. Types and fields are those of the documentation; the members of customers are
 * those of Commerce's REST API and of its I/O events, as no feed has them.
 */
final class CustomerMapper
{
    private const CREATED = 'userAccount.backofficeCreateProfile';
    private const UPDATED = 'userAccount.backofficeUpdateProfile';
    private const DELETED = 'userAccount.backofficeDeleteProfile';
    private const NAME_SPACE = "\x3c\x71\x0e\x88\xb1\x5d\x4f\x02\x9a\x46\xe7\x15\x0d\x62\xfa\x93";
    private const MAX_TEXT = 1024;

    /** @param array<string, string> $attributes paths of custom attributes that are sent, by name */
    public function __construct(private readonly Settings $settings, private readonly array $attributes)
    {
    }

    /** Whether custom attributes may go to that path: below the name of a tenant. */
    public static function isPath(string $path): bool
    {
        return preg_match('/^_[A-Za-z0-9_]{1,63}(?:\.[A-Za-z0-9_]{1,64}){1,7}$/D', $path) === 1;
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $sentIds events that were made before
     * @return list<Event> the others, in the order in which they happened
     * @throws InvalidCustomer names the field
     */
    public function map(array $customer, array $sentIds): array
    {
        $id = self::required($customer, 'id', ['id', 'entity_id', 'customerId']);
        $created = self::date($customer, 'created_at', ['created_at', 'createdAt']);
        $updated = self::date($customer, 'updated_at', ['updated_at', 'updatedAt']) ?? $created;
        $isDeleted = DeletedMark::of($customer['deleted'] ?? null)
            ?? throw new InvalidCustomer('deleted', 'must be true or false');
        $happened = $isDeleted
            ? [[self::DELETED, self::date($customer, 'deleted_at', ['deleted_at', 'deletedAt']) ?? $updated, '']]
            : [
                [self::CREATED, $created, ''],
                ...($updated !== $created ? [[self::UPDATED, $updated, (string) $updated]] : []),
            ];
        $events = [];

        foreach ($happened as [$type, $time, $key]) {
            $eventId = $this->eventId($id, $type, $key);
            if (!in_array($eventId, $sentIds, true)) {
                $timestamp = gmdate('Y-m-d\TH:i:s\Z', min($time ?? time(), time()));
                $events[] = Event::fromJson(
                    $eventId,
                    $type,
                    self::orderId($id),
                    self::scope($customer)['websiteCode'] ?? '',
                    $timestamp,
                    $this->body($customer, $id, $eventId, $type, $timestamp),
                );
            }
        }

        return $events;
    }

    /** What stands for the customer where events are kept by their order. */
    public static function orderId(string $id): string
    {
        return "customer-$id";
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

    /** @param array<string, mixed> $customer */
    private function body(array $customer, string $id, string $eventId, string $type, string $timestamp): string
    {
        $email = self::email($customer);
        $name = array_filter([
            'firstName' => self::text($customer, ['firstname', 'firstName']),
            'lastName' => self::text($customer, ['lastname', 'lastName']),
        ], static fn (?string $part): bool => $part !== null);
        $environment = $this->settings->environmentId === '' ? [] : ['environmentID' => $this->settings->environmentId];

        return json_encode(['xdm' => [
            '_id' => $eventId,
            'eventType' => $type,
            'timestamp' => $timestamp,
            'identityMap' => [
                'CustomerId' => [['id' => $id, 'primary' => true]],
                'email' => [['id' => $email, 'primary' => false]],
            ],
        ] + ($name === [] ? [] : ['person' => ['name' => $name]]) + [
            'personalEmail' => ['address' => $email],
            'commerce' => ['commerceScope' => (object) ($environment + self::scope($customer))],
        ] + $this->custom($customer)], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
            | JSON_THROW_ON_ERROR);
    }

    /**
     * @param array<string, mixed> $customer
     * @return array<string, mixed> custom attributes as strings, at their paths
     */
    private function custom(array $customer): array
    {
        $given = is_array($customer['profileAttributes'] ?? null) ? $customer['profileAttributes'] : [];
        foreach (is_array($customer['custom_attributes'] ?? null) ? $customer['custom_attributes'] : [] as $one) {
            if (is_array($one) && is_string($one['attribute_code'] ?? null)) {
                $given += [$one['attribute_code'] => $one['value'] ?? null];
            }
        }

        $tree = [];
        foreach ($this->attributes as $attribute => $path) {
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

    /** A name-based UUID (version 5): the same event has the same id whenever it is made. */
    private function eventId(string $id, string $type, string $key): string
    {
        $hash = sha1(self::NAME_SPACE . "{$this->settings->environmentId}\0$id\0$type\0$key");
        $hash[12] = '5';
        $hash[16] = '89ab'[hexdec($hash[16]) & 3];

        return vsprintf('%s-%s-%s-%s-%s', sscanf($hash, '%8s%4s%4s%4s%12s') ?: []);
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
    private static function text(array $customer, array $names): ?string
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
     * @param array<string, mixed> $customer
     * @param list<string> $names
     */
    private static function date(array $customer, string $field, array $names): ?int
    {
        $text = self::text($customer, $names);
        // Commerce has its own times in UTC, without saying so.
        $hasOffset = $text !== null && preg_match('/(?:[Zz]|[+-]\d\d:?\d\d)$/D', $text) === 1;
        $time = $text === null ? null : strtotime($hasOffset ? $text : "$text UTC");

        return $time === false ? throw new InvalidCustomer($field, 'must be a date and a time') : $time;
    }
}
