<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

use Aco\Bench\CannotRun;
use Aco\Bench\Environment;
use Aco\Bench\Items;

/**
 * All comparisons, one after the other.
 */
final class Suite
{
    public const PARTS = ['mapping', 'unchanged', 'sending', 'memory', 'orders'];
    private const PRODUCTS = 100_000;
    private const QUICK_PRODUCTS = 10_000;
    private const ORDERS = 20_000;
    private const QUICK_ORDERS = 2_000;

    /** @var array<string, Part> by name */
    private readonly array $parts;

    public function __construct(private readonly Items $items, private readonly int $pairs, bool $isQuick)
    {
        $runs = new SendingRuns($items, $isQuick ? self::QUICK_PRODUCTS : self::PRODUCTS, $pairs);
        $this->parts = [
            'mapping' => new MappingPart($items, $pairs, $isQuick),
            'unchanged' => new UnchangedPart($items, $pairs),
            'sending' => new SendingPart($runs),
            'memory' => new MemoryPart($runs),
            'orders' => new OrdersPart($items, $isQuick ? self::QUICK_ORDERS : self::ORDERS, $pairs),
        ];
    }

    /**
     * @param list<string> $names of PARTS
     * @param callable(string $title, list<Row> $rows): void $onPart
     * @param callable(string $name, string $reason): void $onSkip
     * @return array{environment: array<string, mixed>, items: array<string, int>, pairs: int, parts: array<string,
     *        list<Row>>, skipped: array<string, string>} items by feed; parts by title; reasons by name of the part
     */
    public function run(array $names, callable $onPart, callable $onSkip): array
    {
        $parts = [];
        $skipped = [];

        foreach (array_intersect_key($this->parts, array_flip($names)) as $name => $part) {
            try {
                $parts[$part->title()] = $part->measure();
                $onPart($part->title(), $parts[$part->title()]);
            } catch (CannotRun $e) {
                $skipped[$name] = $e->getMessage();
                $onSkip($name, $e->getMessage());
            }
        }

        return [
            'environment' => Environment::describe(),
            'items' => $this->count(),
            'pairs' => $this->pairs,
            'parts' => $parts,
            'skipped' => $skipped,
        ];
    }

    /**
     * @return array<string, int>
     */
    private function count(): array
    {
        $counts = [];
        foreach ($this->items->feeds() as $feed) {
            $counts[$feed] = count($this->items->lines($feed));
        }

        return $counts;
    }
}
