<?php

declare(strict_types=1);

namespace Aco\Bench\Sending;

use Aco\Bench\Items;
use Aco\Bench\Reference\MappingFailure;
use Aco\Bench\Reference\ProductMapper;

/**
 * Any number of products made of some: each has a sku of its own. Making them is cheap and the same for both sides.
 */
final class Products
{
    private const DISTINCT = 1000;

    /** @var non-empty-list<array<string, mixed>> */
    private array $items;

    public function __construct(string $file)
    {
        $items = [];
        foreach (new \SplFileObject($file) as $line) {
            if (trim($line) !== '') {
                $items[] = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
            }
        }
        $this->items = $items;
    }

    /**
     * Writes those to a file that are to be sent, from all parts of the catalog.
     */
    public static function write(Items $items, string $file): void
    {
        $mapper = new ProductMapper();
        $lines = array_values(array_filter($items->lines('products'), static function (
            string $line,
        ) use ($mapper): bool {
            try {
                return $mapper->map(json_decode($line, true))?->deleted === false;
            } catch (MappingFailure) {
                return false;
            }
        }));

        if ($lines === []) {
            throw new \RuntimeException('There is no product that can be sent');
        }

        $picked = '';
        $step = max(1.0, count($lines) / self::DISTINCT);
        for ($at = 0.0; (int) $at < count($lines); $at += $step) {
            $picked .= rtrim($lines[(int) $at], "\r\n") . "\n";
        }

        file_put_contents($file, $picked);
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function generate(int $count): \Generator
    {
        $distinct = count($this->items);
        for ($i = 0; $i < $count; $i++) {
            // In place: a copy would be dearer than all else that happens here.
            $this->items[$i % $distinct]['sku'] = "BENCH-$i";
            yield $this->items[$i % $distinct];
        }
    }
}
