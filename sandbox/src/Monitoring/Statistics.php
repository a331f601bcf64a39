<?php

declare(strict_types=1);

namespace Aco\Sandbox\Monitoring;

use Aco\Sandbox\Validation\ItemError;

/** What happened since the start: counts of requests and the last errors. */
final class Statistics
{
    private const MAX_ERRORS = 20;

    private int $total = 0;
    private int $acceptedItems = 0;
    /** @var array<int|string, int> */
    private array $byStatus = [];
    /** @var array<string, int> */
    private array $byEndpoint = [];
    /** @var list<array<string, int|string>> time, endpoint and the members of an ItemError */
    private array $errors = [];

    /** @param string $status the number, or "none" when the client got no readable answer */
    public function countRequest(string $endpoint, string $status): void
    {
        $this->total++;
        $this->byStatus[$status] = ($this->byStatus[$status] ?? 0) + 1;
        $this->byEndpoint[$endpoint] = ($this->byEndpoint[$endpoint] ?? 0) + 1;
    }

    public function countAccepted(int $items): void
    {
        $this->acceptedItems += $items;
    }

    /** @param list<ItemError> $errors */
    public function rememberErrors(string $endpoint, array $errors): void
    {
        $time = gmdate('Y-m-d\TH:i:s\Z');
        foreach (array_slice($errors, -self::MAX_ERRORS) as $error) {
            $this->errors[] = ['time' => $time, 'endpoint' => $endpoint] + $error->jsonSerialize();
        }
        $this->errors = array_slice($this->errors, -self::MAX_ERRORS);
    }

    /** @return array<string, mixed> total, acceptedItems, byStatus and byEndpoint */
    public function requests(): array
    {
        $byStatus = $this->byStatus;
        ksort($byStatus, SORT_STRING);
        $byEndpoint = $this->byEndpoint;
        ksort($byEndpoint);

        return [
            'total' => $this->total,
            'acceptedItems' => $this->acceptedItems,
            'byStatus' => $byStatus,
            'byEndpoint' => $byEndpoint,
        ];
    }

    /** @return list<array<string, int|string>> oldest first */
    public function errors(): array
    {
        return $this->errors;
    }

    public function clear(): void
    {
        $this->total = $this->acceptedItems = 0;
        $this->byStatus = $this->byEndpoint = $this->errors = [];
    }
}
