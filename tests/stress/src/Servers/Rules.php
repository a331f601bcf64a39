<?php

declare(strict_types=1);

namespace Aco\Stress\Servers;

use Aco\Sandbox\Http\Request;

/**
 * What no client may do, whatever fails.
 */
final class Rules
{
    private const GZIP_FROM = 1024;

    /** @var array<string, string> by key of an item: id of the request that is not answered yet */
    private array $inFlight = [];

    /**
     * @return list<string> what is wrong
     */
    public function begin(Request $request, Batch $batch): array
    {
        $wrong = [];
        $count = count($batch->items);
        if ($count > $batch->route->limit) {
            $wrong[] = "$count items in a request of {$batch->route->feed}";
        }
        if ($batch->bytes >= self::GZIP_FROM && $request->header('content-encoding') !== 'gzip') {
            $wrong[] = "$batch->bytes bytes that are not compressed";
        }

        foreach ($batch->keys as $i => $key) {
            $other = $this->inFlight[$key] ?? '';
            if ($other === $request->id) {
                $wrong[] = "$key is twice in a request";
            } elseif ($other !== '') {
                $wrong[] = "$key was sent while an earlier request with it was not answered";
            }

            if ($batch->route->deleted !== (count($batch->items[$i]) === 2)) {
                $wrong[] = "$key was sent to the address for " . ($batch->route->deleted ? 'deleted' : 'live')
                    . ' items';
            }

            $this->inFlight[$key] = $request->id;
        }

        return $wrong;
    }

    public function end(Request $request): void
    {
        $this->inFlight = array_filter($this->inFlight, static fn (string $id): bool => $id !== $request->id);
    }
}
