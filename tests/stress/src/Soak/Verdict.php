<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

/**
 * Compares what the server holds with what it was given.
 */
final class Verdict
{
    private readonly Findings $findings;

    public int $delivered = 0;

    public int $absent = 0;

    /**
     * @param array<string, mixed> $seen report of the server
     * @param list<array<string, mixed>> $results of the processes that sent
     */
    public function __construct(array $seen, array $results)
    {
        $this->findings = new Findings();

        foreach ($seen['violations'] as $violation) {
            $this->findings->add("The server: $violation");
        }

        $held = $seen['held'];

        foreach ($results as $result) {
            array_map($this->findings->add(...), $result['findings']);
            $this->findings->count += $result['findingsCount'] - count($result['findings']);

            foreach ($result['expectations'] as $key => $allowed) {
                $this->compare((string) $key, $allowed, $held[$key] ?? null);
                unset($held[$key]);
            }
        }

        foreach (array_keys($held) as $key) {
            $this->findings->add("$key is on the server, but nobody gave it");
        }
    }

    /**
     * @param list<array{string, bool}|null> $allowed
     * @param array{string, bool}|null $held
     */
    private function compare(string $key, array $allowed, ?array $held): void
    {
        if (!in_array($held, $allowed, true)) {
            $this->findings->add(match (true) {
                $held === null => "$key is not on the server, although it was delivered",
                $allowed === [null] => "$key is on the server, although it was rejected",
                default => "$key is on the server with another content than it was delivered with last",
            });
        } elseif ($held === null) {
            $this->absent++;
        } else {
            $this->delivered++;
        }
    }

    public function disagreements(): int
    {
        return $this->findings->count;
    }

    /**
     * @return list<string> the first of them
     */
    public function texts(): array
    {
        return $this->findings->texts;
    }
}
