<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

/** How long products and prices take from being accepted to being shown, in seconds. */
final class StorefrontSettings
{
    /** Steps between the shortest and the longest delay. */
    public const STEPS = 1000;

    public function __construct(
        public readonly float $shortest = 0.0,
        public readonly float $longest = 0.0,
    ) {
    }

    /** The same for a key each time, so that whoever knows the keys knows what to expect. */
    public function delay(string $id, string $scope): float
    {
        return $this->shortest
            + ($this->longest - $this->shortest) * (crc32("$id/$scope") % self::STEPS) / (self::STEPS - 1);
    }
}
