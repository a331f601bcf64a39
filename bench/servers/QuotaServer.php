<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * A tenant with a quota: no second may see more requests accepted than the rate and the burst. Notes when each arrived.
 */
final class QuotaServer extends HttpServer
{
    private const SECOND = 1_000_000_000;

    /** @var list<int> hrtime() of all requests */
    private array $arrivals = [];

    /** @var list<int> hrtime() of those that were accepted */
    private array $accepted = [];

    public function __construct(private readonly int $rate, private readonly int $burst)
    {
    }

    protected function answer(Request $request): Answer
    {
        $now = $request->arrivedAt;
        $this->arrivals[] = $now;
        $earlier = $this->accepted[count($this->accepted) - $this->rate - $this->burst] ?? null;
        if ($earlier !== null && $earlier > $now - self::SECOND) {
            return Answer::json(429, ['message' => 'Too many requests'], ['Retry-After' => '1']);
        }
        $this->accepted[] = $now;

        return Answer::accepted(count(json_decode((string) $request->text(), true)));
    }

    protected function report(): array
    {
        return ['arrivals' => $this->arrivals, 'accepted' => $this->accepted, 'tokens' => $this->tokens()];
    }
}
