<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * A kind of thing the shop sells.
 */
final class Good
{
    /**
     * @param string $code start of its SKUs
     * @param string $category key of its category
     * @param string $domain which texts fit
     * @param array{string, string, string} $names
     * @param array{int, int} $cents range of its price
     * @param array{int, int} $grams range of its weight
     * @param list<string> $materials keys of Options::MATERIALS
     * @param string $sizes key of Options::SIZES
     */
    public function __construct(
        public readonly string $code,
        public readonly string $category,
        public readonly string $domain,
        public readonly array $names,
        public readonly array $cents,
        public readonly array $grams,
        public readonly array $materials,
        public readonly string $sizes,
    ) {
    }
}
