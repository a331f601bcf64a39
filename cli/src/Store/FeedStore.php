<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Feed;

/** The feed tables: what was sent, what became of it, what still has to go. */
interface FeedStore
{
    /** Most ids that lookup() takes at once. */
    public const LOOKUP_LIMIT = 500;

    /**
     * @param list<string> $ids
     * @return array<string, array{0: string, 1: int}> hash and status of the rows that exist, by id
     */
    public function lookup(Feed $feed, array $ids): array;

    /**
     * Writes rows before they are sent, in one transaction; replaces those of the same id.
     *
     * @param list<FeedRow> $rows
     */
    public function stage(Feed $feed, array $rows): void;

    /**
     * Writes what became of rows, in one transaction.
     *
     * @param list<Outcome> $outcomes
     */
    public function settle(Feed $feed, array $outcomes): void;

    /** Notes which rows an earlier run has left unsent. Those that stage() replaces are no longer among them. */
    public function rememberUnsent(Feed $feed): int;

    /** @return \Generator<FeedRow> the rows noted by rememberUnsent() that are still to be sent */
    public function unsent(Feed $feed): \Generator;

    /** Forgets what was sent, for another receiver: every item counts as changed. */
    public function forgetSent(): void;

    /** @return list<array{deleted: bool, status: int, rows: int}> */
    public function counts(Feed $feed): array;

    /** UTC, `Y-m-d H:i:s`; null when the table is empty. */
    public function lastChange(Feed $feed): ?string;

    /** @return \Generator<FeedRow> the rows that are neither delivered nor waiting */
    public function failed(Feed $feed): \Generator;
}
