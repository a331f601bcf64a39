<?php

declare(strict_types=1);

namespace Aco\Sample;

final class Website
{
    public function __construct(
        public readonly int $id,
        public readonly string $code,
        public readonly string $name,
        public readonly string $currency,
        public readonly string $weightUnit,
        public readonly int $storeId,
        public readonly string $storeCode,
        public readonly string $storeName,
        public readonly string $mediaUrl,
    ) {
    }
}
