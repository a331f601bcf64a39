<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ByteReader;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\JsonDecoder;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\Database;

/** A source of orders: a file, a folder with one, standard input, or Commerce's feed table. */
final class OrderSource
{
    public const DESCRIPTION = 'orders.jsonl or .json (may be gzipped), a folder with it, or - for standard '
        . 'input [default: the feed table of Commerce in the database]';

    private const NAME = 'orders';
    private const SUFFIXES = ['.jsonl', '.jsonl.gz', '.json', '.json.gz'];
    private const TABLE = 'sales_data_exporter_orders_v2';
    /** Some tables do not have the column. */
    private const DELETED = 'is_deleted';
    private const PAGE = 200;

    /** @param \Closure(): \Iterator<int, array<string, mixed>|BadLine> $items */
    private function __construct(private readonly \Closure $items)
    {
    }

    /** @param string $name of the files in a folder, without their endings */
    public static function file(string $source, string $name = self::NAME): self
    {
        if ($source === '-') {
            return self::reader(ByteReader::standardInput());
        }

        if (is_dir($source)) {
            $folder = rtrim($source, '/');
            $files = array_values(array_filter(
                array_map(static fn (string $suffix): string => "$folder/$name$suffix", self::SUFFIXES),
                SourceResolver::isInput(...),
            ));

            if (count($files) !== 1) {
                throw new CommandFailure($files === []
                    ? "$folder contains no $name.jsonl or $name.jsonl.gz."
                    : "$folder contains both " . implode(' and ', array_map(basename(...), $files)) . ': remove one.');
            }

            $source = $files[0];
        }

        if (!file_exists($source)) {
            throw new CommandFailure(
                "$source does not exist: give a file with $name, a folder with $name.jsonl, or -."
            );
        }

        try {
            return self::reader(ByteReader::file($source));
        } catch (SourceException $e) {
            throw new CommandFailure($e->getMessage() . '.', previous: $e);
        }
    }

    /**
     * Orders that Commerce has written since then.
     *
     * @param ?string $since UTC; null: all
     * @throws CommandFailure when its table is not in the database
     */
    public static function table(Database $database, ?string $since): self
    {
        return $database->hasTable(self::TABLE)
            ? new self(static fn (): \Generator => self::rows($database, $since ?? '1970-01-01 00:00:00'))
            : throw self::missing($database);
    }

    /**
     * The same; null in a database without Commerce's tables of orders.
     *
     * @param bool $isNamed whether the table is what the command was asked to read
     */
    public static function tableIfAny(Database $database, ?string $since, bool $isNamed): ?self
    {
        $isExpected = $database->isShared()
            && ($isNamed || $database->prefixes()->of(self::TABLE) !== []);

        return $isExpected || $database->hasTable(self::TABLE) ? self::table($database, $since) : null;
    }

    /** @return \Generator<int, array<string, mixed>> what identifies the orders that Commerce has marked as deleted */
    public static function deleted(Database $database): \Generator
    {
        if (!isset($database->columns(self::TABLE)[self::DELETED])) {
            return;
        }

        $last = 0;

        do {
            $page = $database->read(static fn (): array => $database->execute(
                "SELECT id, CASE WHEN json_valid(feed_data) THEN json_extract(feed_data, '$.orderId') END,
                CASE WHEN json_valid(feed_data) THEN json_extract(feed_data, '$.commerceOrderId') END
                FROM {" . self::TABLE . '} WHERE id > ? AND ' . self::DELETED . ' <> 0 ORDER BY id LIMIT ' . self::PAGE,
                [$last],
            )->fetchAll());

            foreach ($page as [$last, $orderId, $number]) {
                // MariaDB's JSON_EXTRACT keeps the quotes.
                yield [
                    'orderId' => JsonDecoder::decode((string) $orderId),
                    'commerceOrderId' => is_string($number) ? trim($number, '"') : $number,
                ];
            }
        } while (count($page) === self::PAGE);
    }

    /**
     * @return \Iterator<string, array<string, mixed>|BadLine> by their places
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
                yield $reader->place() => $item;
            }
        });
    }

    private static function missing(Database $database): CommandFailure
    {
        $prefix = $database->prefix();
        $table = match (true) {
            !$prefix->isNone() => ", {$prefix->text}" . self::TABLE . " (table prefix {$prefix->text})",
            // Commerce cannot be in a database that it does not support.
            $database->isShared() => ', ' . self::TABLE . ' (no table prefix)',
            default => '',
        };

        $others = array_map(
            static fn (string $text): string => ", or give --table-prefix=$text",
            array_slice($database->prefixes()->of(self::TABLE), 0, 1),
        );

        return new CommandFailure(
            "The database {$database->name()} has no Commerce feed table with orders$table: give a source"
            . implode('', $others) . '.'
        );
    }

    /** @return \Generator<string, array<string, mixed>|BadLine> by their places */
    private static function rows(Database $database, string $since): \Generator
    {
        $deleted = isset($database->columns(self::TABLE)[self::DELETED]) ? self::DELETED : '0';
        $last = 0;

        do {
            $page = $database->read(static fn (): array => $database->execute(
                "SELECT id, feed_data, $deleted FROM {" . self::TABLE . '} WHERE id > ? AND modified_at >= ?
                ORDER BY id LIMIT ' . self::PAGE,
                [$last, $since],
            )->fetchAll());
            $table = $database->prefix()->text . self::TABLE;

            foreach ($page as [$last, $json, $isDeleted]) {
                $order = JsonDecoder::decode((string) $json);
                yield "$table row $last" => match (true) {
                    (bool) $isDeleted => ['deleted' => true] + (is_array($order) ? $order : []),
                    is_array($order) && !array_is_list($order) => $order,
                    default => new BadLine($table, (int) $last, 'not a JSON object', 'row'),
                };
            }
        } while (count($page) === self::PAGE);
    }
}
