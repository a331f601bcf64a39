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
 * minute. It may ask for a pause once, and sees whether anything comes in it.
 */
final class QuotaServer extends Service
{
    private const SECOND = 1_000_000_000;
    /** How long requests may have been on their way. */
    private const ON_THEIR_WAY = 250_000_000;

    /** @var array<string, Meter> by what they count */
    private array $meters = [];

    private int $refused = 0;

    private ?int $firstAt = null;

    private ?int $pausedAt = null;

    /** When the first request came that nobody had on its way when the pause was asked for. */
    private ?int $goesOnAt = null;

    /**
     * @param int $requests 0: no limit
     * @param int $pause seconds that the service asks for, once; 0: it does not
     * @param int $pauseAfter seconds after the first request
     */
    public function __construct(
        int $requests,
        int $products = 0,
        int $prices = 0,
        private readonly int $pause = 0,
        private readonly int $pauseAfter = 5,
    ) {
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
        if ($this->isPauseDue($now)) {
            $this->refused++;

            return Answer::json(429, ['message' => 'A pause'], ['Retry-After' => (string) $this->pause]);
        }

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

    private function isPauseDue(int $now): bool
    {
        $this->firstAt ??= $now;

        if ($this->pausedAt !== null) {
            $this->goesOnAt ??= $now > $this->pausedAt + self::ON_THEIR_WAY ? $now : null;

            return false;
        }

        $isDue = $this->pause > 0 && $now > $this->firstAt + $this->pauseAfter * self::SECOND;
        $this->pausedAt = $isDue ? $now : null;

        return $isDue;
    }

    public function report(): array
    {
        return [
            'meters' => array_map(static fn (Meter $meter): array => $meter->report(), $this->meters),
            'refused' => $this->refused,
            'tokens' => $this->tokens(),
            'quiet' => $this->goesOnAt === null ? null : ($this->goesOnAt - $this->pausedAt) / self::SECOND,
        ];
    }
}
