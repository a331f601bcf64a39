<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

/** The client of one request, which waits for the response. */
interface Exchange
{
    /** Called exactly once, now or later. */
    public function deliver(Delivery $delivery): void;

    /** Whether the client has closed the connection. */
    public function isAbandoned(): bool;
}
