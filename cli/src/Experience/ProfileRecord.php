<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Output\Json;

/** The profile record of a customer, as it is stored until it is delivered. */
final class ProfileRecord
{
    /** @param array<string, mixed> $entity the record in XDM */
    public function __construct(
        public readonly string $customer,
        public readonly string $website,
        public readonly array $entity,
        /** When the customer was changed, UTC. */
        public readonly string $changedAt,
        /** Responses that have not delivered it. */
        public readonly int $attempts = 0,
    ) {
    }

    /** The same for all states of a customer. */
    public function id(): string
    {
        return self::idOf($this->customer);
    }

    public static function idOf(string $customer): string
    {
        return sha1($customer);
    }

    /** Differs when the record, or where it goes, differs. */
    public function hash(ProfileTarget $target): string
    {
        return sha1($target->key() . "\0" . Json::encode($this->entity));
    }

    public function email(): string
    {
        return (string) ($this->entity['personalEmail']['address'] ?? '');
    }

    /** ASCII, so that every table holds it. */
    public function payload(): string
    {
        return json_encode(
            ['website' => $this->website, 'entity' => $this->entity],
            JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR,
        );
    }

    public static function fromPayload(string $customer, string $payload, string $changedAt, int $attempts): self
    {
        $data = json_decode($payload, true, 32, JSON_THROW_ON_ERROR);

        return new self($customer, $data['website'], $data['entity'], $changedAt, $attempts);
    }
}
