<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * What no client may do, whatever fails.
 */
final class Rules
{
    private const GZIP_FROM = 1024;

    /** @var array<string, int> by key of an item: number of the request that is not answered yet */
    private array $inFlight = [];

    /**
     * @return list<string> what is wrong
     */
    public function begin(Request $request, Delivery $delivery): array
    {
        $wrong = [];
        $count = count($delivery->items);
        if ($count > $delivery->route->limit) {
            $wrong[] = "$count items in a request of {$delivery->route->feed}";
        }
        if ($delivery->bytes >= self::GZIP_FROM && ($request->headers['content-encoding'] ?? '') !== 'gzip') {
            $wrong[] = "$delivery->bytes bytes that are not compressed";
        }

        foreach ($delivery->keys as $i => $key) {
            $other = $this->inFlight[$key] ?? 0;
            if ($other === $request->number) {
                $wrong[] = "$key is twice in a request";
            } elseif ($other !== 0) {
                $wrong[] = "$key was sent while an earlier request with it was not answered";
            }

            if ($delivery->route->deleted !== (count($delivery->items[$i]) === 2)) {
                $wrong[] = "$key was sent to the address for " . ($delivery->route->deleted ? 'deleted' : 'live') . ' items';
            }

            $this->inFlight[$key] = $request->number;
        }

        return $wrong;
    }

    public function end(Request $request): void
    {
        $this->inFlight = array_filter($this->inFlight, static fn (int $number): bool => $number !== $request->number);
    }
}
