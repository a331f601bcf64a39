<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/**
 * Makes profile records of customers. The fields are those of Adobe's page on profile records; where their values come
 * from is inferred from Commerce's REST API.
 */
final class ProfileMapper
{
    private const CHANNEL = [
        '_id' => 'https://ns.adobe.com/xdm/channels/web',
        '_type' => 'https://ns.adobe.com/xdm/channel-types/web',
    ];
    /** What the Profile takes of a record. */
    private const MAX_BYTES = 100_000;
    private const MAX_ADDRESSES = 1000;

    /** @param array<string, string> $attributes paths of custom attributes that are sent, by name */
    public function __construct(private readonly array $attributes)
    {
    }

    /**
     * @param array<string, mixed> $customer
     * @throws InvalidCustomer names the field
     */
    public function map(array $customer): ProfileRecord
    {
        $id = CustomerFields::id($customer);
        if (preg_match('/^[!-~]{1,50}$/D', $id) !== 1) {
            throw new InvalidCustomer('id', 'must be up to 50 visible ASCII characters');
        }

        $created = CustomerFields::date($customer, 'created_at', ['created_at', 'createdAt']);
        $updated = CustomerFields::date($customer, 'updated_at', ['updated_at', 'updatedAt']) ?? $created ?? 0;
        $record = new ProfileRecord(
            CustomerMapper::orderId($id),
            CustomerFields::scope($customer)['websiteCode'] ?? '',
            $this->entity($customer, $id, $created),
            gmdate('Y-m-d H:i:s', max(0, min($updated, time()))),
        );

        return strlen($record->payload()) <= self::MAX_BYTES
            ? $record
            : throw new InvalidCustomer('record', 'is larger than 100 KB: list fewer attributes with --customer-attribute');
    }

    /**
     * @param array<string, mixed> $customer
     * @return array<string, mixed>
     */
    private function entity(array $customer, string $id, ?int $created): array
    {
        $email = CustomerFields::email($customer);
        $person = array_filter([
            'name' => CustomerFields::name($customer),
            'birthDate' => self::birthDate($customer),
        ]);
        $entity = ['channel' => self::CHANNEL] + ($person === [] ? [] : ['person' => $person]) + [
            'personalEmail' => ['address' => $email],
        ];

        foreach (['billing', 'shipping'] as $kind) {
            $address = self::address($customer, $kind);
            $parts = $address === null ? [] : self::parts($address);
            $phone = $address === null ? null : CustomerFields::text($address, ['telephone']);
            $entity += $parts === [] ? [] : ["{$kind}Address" => $parts + ['primary' => false]];
            $entity += $phone === null ? [] : ["{$kind}AddressPhone" => ['number' => $phone, 'primary' => false]];
        }

        return $entity + ($created === null ? [] : [
            'userAccount' => ['startDate' => gmdate('Y-m-d\TH:i:s\Z', $created)],
        ]) + [
            'identityMap' => [
                'CustomerId' => [['id' => $id, 'primary' => true]],
                'email' => [['id' => $email, 'primary' => false]],
            ],
        ] + CustomerFields::custom($customer, $this->attributes);
    }

    /** @param array<string, mixed> $customer */
    private static function birthDate(array $customer): ?string
    {
        $text = CustomerFields::day($customer, ['dob']);
        if ($text === null) {
            return null;
        }

        return preg_match('/^(\d{4})-(\d\d)-(\d\d)(?:[ T][\d:.]+Z?)?$/D', $text, $match) === 1
            && checkdate((int) $match[2], (int) $match[3], (int) $match[1])
            ? "$match[1]-$match[2]-$match[3]"
            : throw new InvalidCustomer('dob', 'must be a day, such as 1990-01-31');
    }

    /**
     * The default address of that kind.
     *
     * @param array<string, mixed> $customer
     * @return ?array<string, mixed>
     */
    private static function address(array $customer, string $kind): ?array
    {
        $default = $customer["default_$kind"] ?? null;
        $addresses = is_array($customer['addresses'] ?? null) ? $customer['addresses'] : [];
        foreach (array_slice($addresses, 0, self::MAX_ADDRESSES) as $address) {
            $id = is_array($address) ? $address['id'] ?? null : null;
            $isNamed = is_scalar($default) && is_scalar($id) && (string) $id === (string) $default;
            if (is_array($address) && ($isNamed || ($address["default_$kind"] ?? false) === true)) {
                return $address;
            }
        }

        return null;
    }

    /**
     * @param array<string, mixed> $address
     * @return array<string, string>
     */
    private static function parts(array $address): array
    {
        $street = $address['street'] ?? [];
        $lines = is_string($street) ? explode("\n", $street) : (is_array($street) ? array_values($street) : []);
        $region = $address['region'] ?? null;
        $region = is_array($region) ? $region['region'] ?? $region['region_code'] ?? null : $region;

        return array_filter([
            'street1' => CustomerFields::text(['street' => $lines[0] ?? null], ['street']),
            'street2' => CustomerFields::text(['street' => $lines[1] ?? null], ['street']),
            'city' => CustomerFields::text($address, ['city']),
            'state' => CustomerFields::text(['region' => $region], ['region']),
            'country' => CustomerFields::text($address, ['country_id', 'countryId']),
        ], static fn (?string $part): bool => $part !== null);
    }
}
