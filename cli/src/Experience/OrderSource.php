<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ByteReader;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Store\Database;

/** Where orders come from: a file, a folder with one, standard input, or Commerce's own feed table. */
final class OrderSource
{
    public const DESCRIPTION = 'orders.jsonl or .json, also .gz, a folder with it, or - for standard input'
        . ' [default: the feed table of Commerce in the database, if it is there]';

    private const NAME = 'orders';
    private const SUFFIXES = ['.jsonl', '.jsonl.gz', '.json', '.json.gz'];
    private const TABLE = 'sales_data_exporter_orders_v2';
    private const PAGE = 200;

    /** @param \Closure(): \Iterator<int, array<string, mixed>|BadLine> $items */
    private function __construct(private readonly \Closure $items)
    {
    }

    public static function file(string $source): self
    {
        if ($source === '-') {
            return self::reader(ByteReader::standardInput());
        }
        if (is_dir($source)) {
            $folder = rtrim($source, '/');
            $files = array_values(array_filter(
                array_map(static fn (string $suffix): string => "$folder/" . self::NAME . $suffix, self::SUFFIXES),
                is_file(...),
            ));
            if (count($files) !== 1) {
                throw new CommandFailure($files === []
                    ? "$folder holds no orders.jsonl or orders.jsonl.gz."
                    : "$folder holds both " . implode(' and ', array_map(basename(...), $files)) . ': remove one.');
            }
            $source = $files[0];
        }
        if (!file_exists($source)) {
            throw new CommandFailure("$source does not exist: name a file with orders, a folder with orders.jsonl, or -.");
        }
        try {
            return self::reader(ByteReader::file($source));
        } catch (SourceException $e) {
            throw new CommandFailure($e->getMessage() . '.', previous: $e);
        }
    }

    /**
     * Orders that Commerce has written since then; null when its table is not in the database.
     *
     * @param ?string $since UTC; null: all
     */
    public static function table(Database $database, ?string $since): ?self
    {
        return $database->hasTable(self::TABLE)
            ? new self(static fn (): \Generator => self::rows($database, $since ?? '1970-01-01 00:00:00'))
            : null;
    }

    /**
     * @return \Iterator<int, array<string, mixed>|BadLine>
     * @throws SourceException while it is read
     */
    public function items(): \Iterator
    {
        return ($this->items)();
    }

    private static function reader(ByteReader $bytes): self
    {
        return new self(static function () use ($bytes): \Generator {
            $reader = new ItemReader($bytes);
            while (($item = $reader->next()) !== null) {
                yield $item;
            }
        });
    }

    /** @return \Generator<int, array<string, mixed>|BadLine> */
    private static function rows(Database $database, string $since): \Generator
    {
        $last = 0;
        do {
            $page = $database->read(static fn (): array => $database->execute(
                'SELECT id, feed_data FROM ' . self::TABLE . ' WHERE id > ? AND modified_at >= ? ORDER BY id LIMIT ' . self::PAGE,
                [$last, $since],
            )->fetchAll());
            foreach ($page as [$last, $json]) {
                $order = json_decode((string) $json, true);
                yield is_array($order) && !array_is_list($order)
                    ? $order
                    : new BadLine(self::TABLE, (int) $last, 'no JSON object', 'row');
            }
        } while (count($page) === self::PAGE);
    }
}
