<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

/** Checks one message of the streaming ingestion API: its header, and the types of the fields of a profile record. */
final class StreamingCheck
{
    private const ADDRESS = [
        'street1' => 'string', 'street2' => 'string', 'city' => 'string', 'state' => 'string', 'country' => 'string',
        'primary' => 'bool',
    ];
    private const PHONE = ['number' => 'string', 'primary' => 'bool'];
    private const FIELDS = [
        'channel' => ['_id' => 'string', '_type' => 'string'],
        'person' => ['name' => ['firstName' => 'string', 'lastName' => 'string'], 'birthDate' => 'date'],
        'personalEmail' => ['address' => 'string'],
        'billingAddress' => self::ADDRESS,
        'shippingAddress' => self::ADDRESS,
        'billingAddressPhone' => self::PHONE,
        'shippingAddressPhone' => self::PHONE,
        'userAccount' => ['startDate' => 'date-time'],
    ];
    private const FORMATS = [
        'date' => '/^\d{4}-\d\d-\d\d$/D',
        'date-time' => '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/D',
        'string' => '/^/',
    ];

    /** What is wrong with the message; null for a good one. */
    public static function problem(mixed $message, string $orgId): ?string
    {
        $header = $message->header ?? null;
        $body = $message->body ?? null;
        $entity = $body->xdmEntity ?? null;
        $schema = $header->schemaRef->id ?? null;

        return match (true) {
            !$header instanceof \stdClass, !$body instanceof \stdClass, !$entity instanceof \stdClass,
            !is_string($schema), $schema !== ($body->xdmMeta->schemaRef->id ?? null)
                => 'Message has unknown xdm format',
            ($header->imsOrgId ?? $orgId) !== $orgId => 'Message has an absent or wrong ims org in the header',
            !is_string($header->datasetId ?? null), $header->datasetId === '' => 'Message has no dataset in the header',
            self::customer($message) === '' => 'Message has no primary identity in CustomerId',
            default => self::mismatch($entity, self::FIELDS, ''),
        };
    }

    /** The primary identity; "" without one. */
    public static function customer(\stdClass $message): string
    {
        foreach ($message->body->xdmEntity->identityMap->CustomerId ?? [] as $identity) {
            if (($identity->primary ?? false) === true && is_string($identity->id ?? null)) {
                return $identity->id;
            }
        }

        return '';
    }

    /**
     * Unknown members are accepted.
     *
     * @param array<string, mixed> $fields types by name
     */
    private static function mismatch(\stdClass $entity, array $fields, string $path): ?string
    {
        foreach (array_intersect_key($fields, get_object_vars($entity)) as $name => $type) {
            $value = $entity->$name;
            $problem = match (true) {
                is_array($type) => $value instanceof \stdClass
                    ? self::mismatch($value, $type, "$path$name.")
                    : "$path$name must be an object",
                $type === 'bool' => is_bool($value) ? null : "$path$name must be a boolean",
                default => is_string($value) && preg_match(self::FORMATS[$type], $value) === 1
                    ? null
                    : "$path$name must be a $type",
            };
            if ($problem !== null) {
                return $problem;
            }
        }

        return null;
    }
}
