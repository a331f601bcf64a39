<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

/** An answer and the way it has to reach the client. */
final class Delivery
{
    public function __construct(
        public readonly ?Response $response,
        public readonly DeliveryMode $mode = DeliveryMode::Whole,
        public readonly int $amount = 0,
    ) {
    }
}
