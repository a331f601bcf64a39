<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

interface RequestHandler
{
    /** @param \Closure(Delivery): void $deliver called exactly once, now or later */
    public function handle(Request $request, \Closure $deliver): void;

    /** Tells of a request that could not be read and was answered with this status. */
    public function malformed(int $status): void;
}
