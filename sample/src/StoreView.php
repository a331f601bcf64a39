<?php

declare(strict_types=1);

namespace Aco\Sample;

final class StoreView
{
    public function __construct(
        public readonly int $id,
        public readonly string $code,
        public readonly string $name,
        public readonly string $locale,
        public readonly Language $language,
        public readonly Website $website,
        public readonly string $baseUrl,
    ) {
    }

    public function mediaUrl(): string
    {
        return $this->website->mediaUrl;
    }
}
