<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class OrderEvent
{
    public function __construct(
        public readonly string $id,
        public readonly string $type,
        public readonly string $orderId,
        public readonly string $websiteCode,
        public readonly string $timestamp,
        public readonly string $json,
    ) {
    }

    public function __toString(): string
    {
        return $this->json;
    }
}
