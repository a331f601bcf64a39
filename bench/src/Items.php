<?php

declare(strict_types=1);

namespace Aco\Bench;

use Aco\Sample\Catalog;
use Aco\Sample\Folder;

/**
 * Feed items in a folder of <feed>.jsonl files.
 */
final class Items
{
    private function __construct(public readonly string $folder, private readonly bool $isTemporary)
    {
    }

    /** Those of the folder, or the sample catalog. */
    public static function from(?string $folder): self
    {
        return $folder === null ? self::sample() : self::of($folder);
    }

    private static function of(string $folder): self
    {
        if (!is_dir($folder)) {
            throw new CannotRun("There is no folder $folder");
        }

        return new self($folder, false);
    }

    public static function sample(): self
    {
        $path = sys_get_temp_dir() . '/aco-bench-' . bin2hex(random_bytes(6));
        $folder = new Folder($path);
        $catalog = new Catalog();
        foreach (Catalog::FEEDS as $feed) {
            $folder->writeLines("$feed.jsonl", $catalog->items($feed));
        }

        return new self($path, true);
    }

    /**
     * @return list<string>
     */
    public function feeds(): array
    {
        $feeds = [];
        foreach (Catalog::FEEDS as $feed) {
            if (is_file($this->file($feed))) {
                $feeds[] = $feed;
            }
        }
        if ($feeds === []) {
            throw new CannotRun("No file of a feed in $this->folder, such as products.jsonl");
        }

        return $feeds;
    }

    /**
     * @return list<string> the JSON of each item, checked
     */
    public function lines(string $feed): array
    {
        $lines = [];

        foreach (new \SplFileObject($this->file($feed)) as $number => $line) {
            if (trim($line) === '') {
                continue;
            }

            try {
                json_decode($line, true, 512, JSON_THROW_ON_ERROR);
                $lines[] = $line;
            } catch (\JsonException $e) {
                $place = $this->file($feed) . ':' . $number + 1;
                throw new CannotRun("$place: {$e->getMessage()}", 0, $e);
            }
        }

        return $lines;
    }

    private function file(string $feed): string
    {
        return "$this->folder/$feed.jsonl";
    }

    public function __destruct()
    {
        if ($this->isTemporary) {
            array_map('unlink', glob("$this->folder/*.jsonl") ?: []);
            rmdir($this->folder);
        }
    }
}
