<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** Adds members to orders that Commerce's feed lacks, where something else has them. */
final class OrderCompletion
{
    /** @param string $numberAttribute of additionalInformation with the buyer's order number; "": none */
    public function __construct(private readonly ?ItemDetails $details, private readonly string $numberAttribute)
    {
    }

    /**
     * @param array<string, mixed> $order
     * @return array<string, mixed>
     */
    public function complete(array $order): array
    {
        if ($this->numberAttribute !== '' && !isset($order['purchaseOrderNumber'])) {
            $order = $this->withNumber($order);
        }

        return $this->details?->complete($order) ?? $order;
    }

    /**
     * @param array<string, mixed> $order
     * @return array<string, mixed>
     */
    private function withNumber(array $order): array
    {
        $pairs = is_array($order['additionalInformation'] ?? null) ? $order['additionalInformation'] : [];
        foreach ($pairs as $pair) {
            $isNamed = is_array($pair) && ($pair['name'] ?? null) === $this->numberAttribute;
            if ($isNamed && is_scalar($pair['value'] ?? null) && (string) $pair['value'] !== '') {
                return ['purchaseOrderNumber' => (string) $pair['value']] + $order;
            }
        }

        return $order;
    }
}
