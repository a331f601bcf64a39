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

    /** @param array<string, string> $attributes paths of custom attributes that are sent, by name */
    public function __construct(private readonly Settings $settings, private readonly array $attributes)
    {
    }

    /** Whether custom attributes may go to that path: below the name of a tenant, so not to `_id`. */
    public static function isPath(string $path): bool
    {
        return preg_match('/^(?!_id\.)_[A-Za-z0-9_]{1,63}(?:\.[A-Za-z0-9_]{1,64}){1,7}$/D', $path) === 1;
    }

    /**
     * One that is there twice, or has another in it: only one of both could be sent.
     *
     * @param list<string> $paths
     */
    public static function collision(array $paths): ?string
    {
        // As the mapper of orders does: dots sort before all other characters.
        sort($paths, SORT_STRING);

        foreach (array_slice($paths, 1) as $number => $path) {
            if (str_starts_with("$path.", "$paths[$number].")) {
                return $paths[$number];
            }
        }

        return null;
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $sentIds events that were made before
     * @return list<Event> the others, in the order in which they happened
     * @throws InvalidCustomer names the field
     */
    public function map(array $customer, array $sentIds): array
    {
        $id = CustomerFields::id($customer);
        $created = CustomerFields::date($customer, 'created_at', ['created_at', 'createdAt']);
        $updated = CustomerFields::date($customer, 'updated_at', ['updated_at', 'updatedAt']) ?? $created;
        $deleted = CustomerFields::date($customer, 'deleted_at', ['deleted_at', 'deletedAt']) ?? $updated;
        $happened = CustomerFields::isDeleted($customer)
            ? [[self::DELETED, $deleted, '']]
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
                    CustomerFields::scope($customer)['websiteCode'] ?? '',
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

    /** @param array<string, mixed> $customer */
    private function body(array $customer, string $id, string $eventId, string $type, string $timestamp): string
    {
        $email = CustomerFields::email($customer);
        $name = CustomerFields::name($customer);
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
            'commerce' => ['commerceScope' => (object) ($environment + CustomerFields::scope($customer))],
        ] + CustomerFields::custom($customer, $this->attributes)], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
            | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
    }

    /** A name-based UUID (version 5): the same event has the same id whenever it is made. */
    private function eventId(string $id, string $type, string $key): string
    {
        $hash = sha1(self::NAME_SPACE . "{$this->settings->environmentId}\0$id\0$type\0$key");
        $hash[12] = '5';
        $hash[16] = '89ab'[hexdec($hash[16]) & 3];

        return vsprintf('%s-%s-%s-%s-%s', sscanf($hash, '%8s%4s%4s%4s%12s') ?: []);
    }
}
