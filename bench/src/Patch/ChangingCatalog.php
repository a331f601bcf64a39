<?php

declare(strict_types=1);

namespace Aco\Bench\Patch;

use Aco\Bench\Items;
use Aco\Bench\TemporaryFolder;

/** A catalog in a folder, whose items change. */
final class ChangingCatalog
{
    public readonly TemporaryFolder $folder;

    /** @var array<string, list<array<string, mixed>>> by feed */
    private array $items = [];

    /** @var list<array{string, int}> feed and place of every item that may change */
    private array $places = [];

    private readonly RandomChanges $changes;

    public function __construct(Items $source, int $seed)
    {
        $this->folder = new TemporaryFolder();
        $this->changes = new RandomChanges($seed);

        foreach ($source->feeds() as $feed) {
            foreach ($source->lines($feed) as $line) {
                if ($feed !== 'priceBooks') {
                    $this->places[] = [$feed, count($this->items[$feed] ?? [])];
                }
                $this->items[$feed][] = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
            }
            $this->write($feed);
        }
    }

    public function change(int $changes): void
    {
        for ($i = 0; $i < $changes; $i++) {
            [$feed, $place] = $this->places[mt_rand(0, count($this->places) - 1)];
            $this->items[$feed][$place] = $this->changes->of($feed, $this->items[$feed][$place]);
        }

        array_map($this->write(...), array_keys($this->items));
    }

    private function write(string $feed): void
    {
        $lines = array_map(
            static fn (array $item): string => json_encode($item, JSON_THROW_ON_ERROR) . "\n",
            $this->items[$feed],
        );
        file_put_contents("{$this->folder->path}/$feed.jsonl", implode('', $lines));
    }
}
