<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Counters of changes. */
final class DeliveryResult
{
    public int $delivered = 0;
    /** Waiting for another attempt. */
    public int $toRetry = 0;
    /** Waits until the asset or the product changes. */
    public int $rejected = 0;
    /** The sink had all of it. */
    public int $unchanged = 0;
    /** Of the first failure. */
    public string $message = '';

    /** @return array<string, int> */
    public function data(): array
    {
        return [
            'delivered' => $this->delivered,
            'toRetry' => $this->toRetry,
            'rejected' => $this->rejected,
            'unchanged' => $this->unchanged,
        ];
    }
}
