<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

interface RequestHandler
{
    public function handle(Request $request, Exchange $exchange): void;

    /** Tells of a request that could not be read and was answered with this status. */
    public function malformed(int $status): void;
}
