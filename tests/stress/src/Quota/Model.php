<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

/**
 * One way to count what arrives against a limit per window. All times are hrtime().
 */
interface Model
{
    /** Whether the amount is within the limit at this moment; it is counted if so. */
    public function take(int $now, int $amount): bool;

    /** The most that it held at once. */
    public function most(): int;
}
