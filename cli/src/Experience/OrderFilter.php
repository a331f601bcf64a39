<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Experience\Event;
use Aco\Experience\Settings;

/** Decides which orders and leftovers may be sent. */
final class OrderFilter
{
    private const SECONDS_A_DAY = 86400;

    /** Unix time before which orders are not kept; 0 keeps all. */
    public readonly int $keptSince;

    public function __construct(
        private readonly Settings $settings,
        private readonly SuppressionList $suppressed,
        private readonly Consent $consent,
        /** Orders placed then are wanted, whatever their age; null: all that are kept. */
        private readonly ?DateRange $history,
        int $retentionDays,
    ) {
        $this->keptSince = $retentionDays > 0 ? time() - $retentionDays * self::SECONDS_A_DAY : 0;
    }

    /** The counter of OrderReport for the reason why an order is left out; null for an order that is wanted. */
    public function reason(OrderSnapshot $snapshot): ?string
    {
        $order = $snapshot->order;
        $email = $order['customerEmail'] ?? '';
        $website = $order['websiteCode'] ?? null;
        $website = is_scalar($website) && $website !== '' ? (string) $website : null;

        return match (true) {
            // Of what cannot be read nothing is sent.
            DeletedMark::of($order['deleted'] ?? null) !== false => 'deleted',
            is_string($email) && $this->suppressed->has($email) => 'suppressed',
            !$this->settings->backOfficeEvents($website) => 'switchedOff',
            $this->history !== null && !$this->history->has($order['createdAt'] ?? null) => 'outside',
            $this->history === null && $this->keptSince > 0 && $snapshot->changedAt < $this->keptSince => 'tooOld',
            default => $this->consent->reason(is_string($email) ? $email : '', $website),
        };
    }

    /** Whether an event that is left from an earlier run may still be sent. */
    public function allows(Event $event): bool
    {
        return $this->settings->backOfficeEvents($event->websiteCode === '' ? null : $event->websiteCode)
            && ($this->isOpen() || $this->allowsShopper(
                (string) ($event->jsonSerialize()['xdm']['personalEmail']['address'] ?? ''),
                $event->websiteCode,
            ));
    }

    /** Whether something about a shopper that is left from an earlier run may still be sent. */
    public function allowsShopper(string $email, string $website): bool
    {
        $website = $website === '' ? null : $website;

        return $this->settings->backOfficeEvents($website)
            && ($this->isOpen()
                || !$this->suppressed->has($email) && $this->consent->reason($email, $website) === null);
    }

    /** Whether all shoppers are sent. */
    private function isOpen(): bool
    {
        return $this->suppressed->isEmpty() && $this->consent->isOpen();
    }
}
