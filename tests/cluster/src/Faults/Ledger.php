<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Bench\Servers\Answer;
use Aco\Bench\Servers\Service;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;

/**
 * A service that keeps the version of each item, accepts everything after a moment, and notes what came twice and what
 * came after a later version. Names of items end with their version.
 */
final class Ledger extends Service
{
    private const MAX_NOTES = 200;

    /** @var array<string, int> versions by SKU */
    private array $held = [];
    private int $requests = 0;
    private int $duplicates = 0;
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
    }

    protected function answer(Request $request, Exchange $exchange): Answer
    {
        $this->requests++;
        $items = json_decode((string) self::text($request), true);

        foreach (is_array($items) ? $items : [] as $item) {
            str_ends_with($request->path, '/delete') ? $this->delete($item['sku']) : $this->take($item);
        }

        $delay = $this->least + ($this->most - $this->least) * mt_rand() / mt_getrandmax();

        return Answer::accepted(count((array) $items), $delay);
    }

    public function report(): array
    {
        ksort($this->held);

        return [
            'held' => $this->held, 'requests' => $this->requests, 'tokens' => $this->tokens(),
            'duplicates' => $this->duplicates, 'older' => $this->older, 'notes' => $this->notes,
        ];
    }

    /** @param array{sku: string, name: string} $item */
    private function take(array $item): void
    {
        $version = Oracle::versionOf($item['name']);
        $held = $this->held[$item['sku']] ?? 0;
        $this->duplicates += $version === $held ? 1 : 0;

        if ($version < $held) {
            $this->older++;
            $this->note("$item[sku]: version $version after $held");
        }

        $this->held[$item['sku']] = $version;
    }

    private function delete(string $sku): void
    {
        $this->duplicates += isset($this->held[$sku]) ? 0 : 1;
        unset($this->held[$sku]);
    }

    private function note(string $text): void
    {
        if (count($this->notes) < self::MAX_NOTES) {
            $this->notes[] = sprintf('%.2f %s', hrtime(true) / 1e9, $text);
        }
    }
}
