<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** An order as it was read, with the members that are needed besides the mapping. */
final class OrderSnapshot
{
    private const MAX_ID_LENGTH = 64;
    private const MAX_DATE_LENGTH = 40;
    private const MAX_NUMBER_LENGTH = 64;

    private function __construct(
        /** @var array<string, mixed> */
        public readonly array $order,
        public readonly string $id,
        /** Unix time; now when the order does not say. */
        public readonly int $changedAt,
        /** Where the order was read. */
        private readonly string $place,
    ) {
    }

    /** @param array<string, mixed> $order */
    public static function of(array $order, string $place = ''): self
    {
        return new self($order, self::id($order), self::time($order), $place);
    }

    /** Whether the id fits the tables. */
    public function hasId(): bool
    {
        return $this->id !== '' && strlen($this->id) <= self::MAX_ID_LENGTH;
    }

    /** When the order was changed, in the form of the tables (UTC). */
    public function changedAtUtc(): string
    {
        return gmdate('Y-m-d H:i:s', $this->changedAt);
    }

    /** Null when it is missing, or too long for its column. */
    public function updatedAt(): ?string
    {
        $text = $this->order['updatedAt'] ?? null;

        return is_string($text) && strlen($text) <= self::MAX_DATE_LENGTH ? $text : null;
    }

    /** What people know the order by; null when it is missing, or no text for a column. */
    public function number(): ?string
    {
        $number = $this->order['commerceOrderNumber'] ?? $this->order['commerceOrderId'] ?? null;
        $text = is_scalar($number) ? (string) $number : '';

        return $text !== '' && strlen($text) <= self::MAX_NUMBER_LENGTH && preg_match('/^[ -~]+$/', $text) === 1
            ? $text
            : null;
    }

    /** How the order is named to people. */
    public function label(): string
    {
        $name = $this->number() ?? ($this->hasId() ? $this->id : '?');

        return "order $name" . ($this->place === '' ? '' : " ($this->place)");
    }

    /**
     * The same id as the mapper's.
     *
     * @param array<string, mixed> $order
     */
    private static function id(array $order): string
    {
        $uuid = is_array($order['orderId'] ?? null) ? $order['orderId']['id'] ?? null : null;
        $id = $uuid === null || $uuid === '' ? $order['commerceOrderId'] ?? '' : $uuid;

        return is_scalar($id) ? (string) $id : '';
    }

    /** @param array<string, mixed> $order */
    private static function time(array $order): int
    {
        $text = $order['updatedAt'] ?? $order['createdAt'] ?? null;
        $time = is_string($text) ? strtotime($text) : false;

        // A date of zeros, as databases have it for none, is before all times.
        return $time === false || $time < 0 ? time() : $time;
    }
}
