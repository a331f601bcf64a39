<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * Makes events of orders and sends them as a careful PHP developer would: one body at a time is in the making, up to
 * what the service takes, and no more are in memory than are under way.
 */
final class EventSender
{
    private const MAX_BYTES = 65_536;
    private const MAX_EVENTS = 200;
    private const PREFIX = '{"events":[';
    private const SUFFIX = ']}';

    private readonly Transfers $transfers;

    private string $body = '';

    private int $events = 0;

    public function __construct(string $url, string $tokenUrl, string $caFile, int $concurrency, string $orgId)
    {
        $this->transfers = new Transfers($url, $caFile, $concurrency, [
            'Authorization: Bearer ' . Transfers::token($tokenUrl, $caFile),
            'Content-Type: application/json',
            'Accept: application/json',
            'x-api-key: bench',
            "x-gw-ims-org-id: $orgId",
            'Expect:',
        ], static function (int $status, string $body): bool {
            $answer = json_decode($body, true);

            return $status >= 200 && $status < 300 && is_array($answer) && !isset($answer['errors']);
        });
    }

    public function push(OrderEvent $event): void
    {
        $length = strlen(self::PREFIX) + strlen($this->body) + 1 + strlen($event->json) + strlen(self::SUFFIX);
        if ($this->events > 0 && ($this->events === self::MAX_EVENTS || $length > self::MAX_BYTES)) {
            $this->send();
        }
        $this->body .= ($this->events === 0 ? '' : ',') . $event->json;
        $this->events++;
    }

    public function finish(): Transfers
    {
        if ($this->events > 0) {
            $this->send();
        }
        $this->transfers->finish();

        return $this->transfers;
    }

    private function send(): void
    {
        $this->transfers->post(self::PREFIX . $this->body . self::SUFFIX, $this->events);
        $this->body = '';
        $this->events = 0;
    }
}
