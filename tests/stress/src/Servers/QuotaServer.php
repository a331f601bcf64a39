<?php

declare(strict_types=1);

namespace Aco\Stress\Servers;

use Aco\Bench\Servers\Answer;
use Aco\Bench\Servers\Service;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;
use Aco\Stress\Quota\Meter;

/**
 * A tenant whose quotas are counted strictly, by when a request is there: requests a second, product and price items a
 * minute.
 */
final class QuotaServer extends Service
{
    private const SECOND = 1_000_000_000;

    /** @var array<string, Meter> by what they count */
    private array $meters = [];

    private int $refused = 0;

    /** 0: no limit. */
    public function __construct(int $requests, int $products = 0, int $prices = 0)
    {
        $limits = ['requests' => [$requests, 1], 'products' => [$products, 60], 'prices' => [$prices, 60]];
        foreach ($limits as $name => [$limit, $seconds]) {
            if ($limit > 0) {
                $this->meters[$name] = new Meter($limit, $seconds * self::SECOND);
            }
        }
    }

    protected function answer(Request $request, Exchange $exchange): Answer
    {
        $now = hrtime(true);
        $count = count(json_decode((string) self::text($request), true));
        $amounts = ['requests' => 1];

        if (str_contains($request->path, '/products/prices')) {
            $amounts['prices'] = $count;
        } elseif (str_ends_with($request->path, '/products') || str_ends_with($request->path, '/products/delete')) {
            $amounts['products'] = $count;
        }

        $accepted = true;

        foreach (array_intersect_key($amounts, $this->meters) as $name => $amount) {
            $accepted = $this->meters[$name]->take($now, $amount) && $accepted;
        }

        if (!$accepted) {
            $this->refused++;

            return Answer::json(429, ['message' => 'Too many requests'], ['Retry-After' => '1']);
        }

        return Answer::accepted($count);
    }

    public function report(): array
    {
        return [
            'meters' => array_map(static fn (Meter $meter): array => $meter->report(), $this->meters),
            'refused' => $this->refused,
            'tokens' => $this->tokens(),
        ];
    }
}
