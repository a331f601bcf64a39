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
    /** @var array<string, array<int, array<string, int|string>>> the last of each endpoint, by their numbers */
    private array $errors = [];
    private int $errorCount = 0;

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
            $this->errors[$endpoint][++$this->errorCount] =
                ['time' => $time, 'endpoint' => $endpoint] + $error->jsonSerialize();
        }
        $this->errors[$endpoint] = array_slice($this->errors[$endpoint] ?? [], -self::MAX_ERRORS, null, true);
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

    /**
     * The last ones, of all or of the endpoints with something in their names: many of one do not hide those of others.
     *
     * @return list<array<string, int|string>> time, endpoint and the members of an ItemError, oldest first
     */
    public function errors(string $endpoint = ''): array
    {
        $errors = [];
        foreach ($this->errors as $name => $ofEndpoint) {
            $errors += str_contains($name, $endpoint) ? $ofEndpoint : [];
        }
        ksort($errors);

        return array_values(array_slice($errors, -self::MAX_ERRORS));
    }

    public function clear(): void
    {
        $this->total = $this->acceptedItems = 0;
        $this->byStatus = $this->byEndpoint = $this->errors = [];
    }
}
