<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\FeedProfile;
use Aco\Feed;

/** Counts the rows of the feed tables. */
final class FeedTables
{
    public function __construct(private readonly Database $database)
    {
    }

    /** @return list<FeedFigures> of all feeds that have rows, and of those that every shop has */
    public function all(): array
    {
        return array_values(array_filter(
            array_map($this->figures(...), Feed::cases()),
            static fn (FeedFigures $figures): bool => $figures->rows > 0
                || !FeedProfile::of($figures->feed)->isShaped,
        ));
    }

    public function figures(Feed $feed): FeedFigures
    {
        $figures = new FeedFigures($feed);
        $scope = 'COALESCE(' . implode(', ', array_map(
            static fn (string $path): string => self::member('feed_data', $path),
            FeedProfile::of($feed)->scopePaths(),
        )) . ')';
        $groups = $this->rows(
            "SELECT scope, is_deleted, status, COUNT(*), MIN(modified_at), MAX(modified_at)
            FROM (SELECT $scope AS scope, is_deleted, status, modified_at FROM {{$feed->table()}}) AS found
            GROUP BY scope, is_deleted, status"
        );

        foreach ($groups as [$code, $isDeleted, $status, $rows, $first, $last]) {
            $figures->add(self::scope((string) $code), (bool) $isDeleted, (int) $status, (int) $rows, $first, $last);
        }

        ksort($figures->scopes, SORT_STRING);

        if (array_keys($figures->scopes) === ['']) {
            $figures->scopes = [];
        }

        return $figures;
    }

    /**
     * What the API has responded to since then.
     *
     * @param string $since UTC, `Y-m-d H:i:s`
     * @return array{items: int, requests: int}
     */
    public function responses(Feed $feed, string $since): array
    {
        $requestId = self::member('metadata', '$.requestId');
        [[$items, $requests]] = $this->rows(
            "SELECT COUNT(request_id), COUNT(DISTINCT request_id) FROM
            (SELECT $requestId AS request_id FROM {{$feed->table()}}
            WHERE modified_at >= ? AND status <> " . Status::TO_SEND . ') AS found',
            [$since],
        );

        return ['items' => (int) $items, 'requests' => (int) $requests];
    }

    /**
     * @param list<string> $values
     * @return list<list<mixed>>
     */
    private function rows(string $sql, array $values = []): array
    {
        return $this->database->read(fn (): array => $this->database->execute($sql, $values)->fetchAll());
    }

    /** SQL for a member of a JSON column, which may be invalid in rows of other programs. */
    private static function member(string $column, string $path): string
    {
        return "CASE WHEN json_valid($column) THEN json_extract($column, '$path') END";
    }

    private static function scope(string $code): string
    {
        // MariaDB's JSON_EXTRACT keeps the quotes.
        $code = str_starts_with($code, '"') ? (string) json_decode($code) : $code;

        // The website of a customer group's price book.
        return explode('::', $code, 2)[0];
    }
}
