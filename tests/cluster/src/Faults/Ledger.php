<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Bench\Servers\Answer;
use Aco\Bench\Servers\Service;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;

/**
 * A service that keeps the version of each item, accepts everything after a moment, and notes what came twice, from
 * which requests, and what came after a later version. Names of items end with their version.
 */
final class Ledger extends Service
{
    private const MAX_NOTES = 200;

    /** @var array<string, int> versions by SKU */
    private array $held = [];
    /** @var array<string, int> numbers of the requests that named an item last, by SKU */
    private array $from = [];
    /** @var array<int, array{float, ?float}> when requests came and were answered, by number */
    private array $times = [];
    /** @var \WeakMap<Request, int> numbers of requests without an answer */
    private \WeakMap $open;
    private int $requests = 0;
    /** @var array<string, int> items that came twice, by tenant and the numbers of both requests */
    private array $repeats = [];
    private int $older = 0;
    /** @var list<string> */
    private array $notes = [];

    /**
     * @param float $least seconds until it responds
     * @param float $most the same
     */
    public function __construct(private readonly float $least, private readonly float $most, int $seed)
    {
        mt_srand($seed);
        $this->open = new \WeakMap();
    }

    protected function answer(Request $request, Exchange $exchange): Answer
    {
        $number = $this->requests++;
        $this->open[$request] = $number;
        $this->times[$number] = [hrtime(true) / 1e9, null];
        $items = json_decode((string) self::text($request), true);

        foreach (is_array($items) ? $items : [] as $item) {
            $isRepeated = str_ends_with($request->path, '/delete') ? $this->delete($item['sku']) : $this->take($item);
            if ($isRepeated) {
                $key = json_encode([strstr($item['sku'], '-', true), $this->from[$item['sku']] ?? null, $number]);
                $this->repeats[$key] = ($this->repeats[$key] ?? 0) + 1;
            }
            $this->from[$item['sku']] = $number;
        }

        $delay = $this->least + ($this->most - $this->least) * mt_rand() / mt_getrandmax();

        return Answer::accepted(count((array) $items), $delay);
    }

    protected function ended(Request $request): void
    {
        if (isset($this->open[$request])) {
            $this->times[$this->open[$request]][1] = hrtime(true) / 1e9;
        }
    }

    public function report(): array
    {
        ksort($this->held);
        $repeats = [];

        foreach ($this->repeats as $key => $items) {
            [$tenant, $first, $again] = json_decode($key);
            [$sentAt, $answeredAt] = $this->times[$first] ?? [0.0, 0.0];
            $repeats[] = [
                'tenant' => (int) substr($tenant, 1), 'items' => $items, 'sentAt' => $sentAt,
                'answeredAt' => $answeredAt, 'againAt' => $this->times[$again][0],
            ];
        }

        return [
            'held' => $this->held, 'requests' => $this->requests, 'tokens' => $this->tokens(),
            'repeats' => $repeats, 'older' => $this->older, 'notes' => $this->notes,
        ];
    }

    /**
     * @param array{sku: string, name: string} $item
     * @return bool whether the version is the one that is held
     */
    private function take(array $item): bool
    {
        $version = Oracle::versionOf($item['name']);
        $held = $this->held[$item['sku']] ?? 0;
        if ($version < $held) {
            $this->older++;
            $this->note("$item[sku]: version $version after $held");
        }

        $this->held[$item['sku']] = $version;

        return $version === $held;
    }

    /** @return bool whether it was gone already */
    private function delete(string $sku): bool
    {
        $isGone = !isset($this->held[$sku]);
        unset($this->held[$sku]);

        return $isGone;
    }

    private function note(string $text): void
    {
        if (count($this->notes) < self::MAX_NOTES) {
            $this->notes[] = sprintf('%.2f %s', hrtime(true) / 1e9, $text);
        }
    }
}
