<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;

/**
 * Accepts everything, after a while: a service that is far away.
 */
final class LatencyServer extends Service
{
    private int $requests = 0;

    private int $inFlight = 0;

    private int $mostInFlight = 0;

    public function __construct(private readonly float $delay)
    {
    }

    protected function answer(Request $request, Exchange $exchange): Answer
    {
        $this->requests++;
        $this->mostInFlight = max($this->mostInFlight, ++$this->inFlight);

        return Answer::accepted(count(json_decode((string) self::text($request), true)), $this->delay);
    }

    protected function ended(Request $request): void
    {
        $this->inFlight--;
    }

    public function report(): array
    {
        return ['requests' => $this->requests, 'mostInFlight' => $this->mostInFlight];
    }
}
