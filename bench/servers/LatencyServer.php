<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * Accepts everything, after a while: a service that is far away.
 */
final class LatencyServer extends HttpServer
{
    private int $requests = 0;

    private int $inFlight = 0;

    private int $mostInFlight = 0;

    public function __construct(private readonly float $delay)
    {
    }

    protected function answer(Request $request): Answer
    {
        $this->requests++;
        $this->mostInFlight = max($this->mostInFlight, ++$this->inFlight);

        return Answer::accepted(count(json_decode((string) $request->text(), true)), $this->delay);
    }

    protected function ended(Request $request): void
    {
        $this->inFlight--;
    }

    protected function report(): array
    {
        return ['requests' => $this->requests, 'mostInFlight' => $this->mostInFlight];
    }
}
