<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

/** Sees each request before its body, and may respond at once. */
interface EarlyHandler extends RequestHandler
{
    /**
     * @param Request $head without its body
     * @return Delivery|null what closes the connection; null: handle() is called when the body is there
     */
    public function begin(Request $head, Exchange $exchange): ?Delivery;
}
