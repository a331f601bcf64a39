<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;
use Aco\Exception\MappingException;

/**
 * Matches all assets again, from their stored metadata, once the rule has changed. How far it has come is stored in the
 * transaction that matches a page.
 */
final class Rematch
{
    private const PATH = 'aco_exporter/assets_rule/state';
    private const PAGE = 200;

    private readonly AssetStore $assets;
    private readonly AssignmentStore $assignments;
    private readonly AssetMapping $mapping;
    private readonly QuestionStore $questions;

    /**
     * @param ?SkuMatcher $matcher null: an external one is asked later; here its questions are opened
     * @param string $rule what decides, as text: another text is another rule
     * @param \Closure(string, string, array<string, mixed>): void $log
     */
    public function __construct(
        private readonly Database $database,
        private readonly ?SkuMatcher $matcher,
        private readonly Visibility $visibility,
        Unit $unit,
        private readonly string $rule,
        private readonly \Closure $log,
    ) {
        $this->assets = new AssetStore($database);
        $this->assignments = new AssignmentStore($database);
        $this->mapping = new AssetMapping($database, $unit);
        $this->questions = new QuestionStore($database);
    }

    public function run(IndexResult $total): void
    {
        [$rule, $after] = $this->database->read($this->stored(...));

        if ($rule === null) {
            // Nothing was matched by another rule, as far as anybody knows.
            $this->database->transaction(fn () => $this->store(null));

            return;
        }

        if ($rule !== $this->rule) {
            $after = 0;
            ($this->log)('info', 'rule.changed', ['rule' => $this->rule]);
        }

        while ($after !== null) {
            $result = new IndexResult();
            $after = $this->database->transaction(function () use ($after, &$result): ?int {
                $result = new IndexResult();

                return $this->page($after, $result);
            });
            $total->add($result);

            foreach ($result->log as $event) {
                ($this->log)(...$event);
            }
        }
    }

    /** @return ?int the last row of the page; null: there are no more */
    private function page(int $after, IndexResult $result): ?int
    {
        $rows = $this->database->execute(
            'SELECT id, asset_id, dispatched_at FROM {aem_asset} WHERE id > ? ORDER BY id LIMIT ' . self::PAGE,
            [$after],
        )->fetchAll();

        foreach ($rows as [$id, $assetId, $dispatchedAt]) {
            $this->match($this->assets->find($assetId), $dispatchedAt, $result);
            $after = $id;
        }

        $next = count($rows) === self::PAGE ? $after : null;
        $this->store($next);

        return $next;
    }

    private function match(AssetRow $row, int $dispatchedAt, IndexResult $result): void
    {
        $now = (int) (microtime(true) * 1000);
        $item = $this->visibility->asset($row->assetId, $row->state->properties());

        try {
            $asset = $this->matcher === null ? ExternalMatcher::withoutAsking($item) : $this->matcher->match($item);
        } catch (MappingException $e) {
            $this->questions->drop(EventLedger::ASSET, (int) $row->id);
            $this->mapping->unusable($row, $e->getMessage(), $dispatchedAt, $now, $result);

            return;
        }

        if ($asset === null) {
            // Those that only a matcher has named are not asked about: it has just said so.
            if ($row->state->latest() !== '') {
                $this->questions->open(EventLedger::ASSET, (int) $row->id, null, $dispatchedAt, $now);
                $result->rematched++;
            }

            return;
        }

        $hasWaiting = $this->questions->drop(EventLedger::ASSET, (int) $row->id) || !$row->usable;

        if ($hasWaiting || !$this->isPresent((int) $row->id, $asset)) {
            $this->mapping->apply($row, $asset, $dispatchedAt, $now, $result, false, $hasWaiting);
            $result->rematched++;
        }
    }

    private function isPresent(int $assetRow, Asset $asset): bool
    {
        $present = [];

        foreach ($this->assignments->withSkus($assetRow) as $row) {
            if ($row['wanted']) {
                $present[$row['sku']] = [$row['roles'], $row['position']];
            }
        }

        $found = [];

        foreach ($asset->assignments as $assignment) {
            $found[$assignment->sku] = [$assignment->roles, $assignment->position];
        }

        ksort($present);
        ksort($found);

        return $present === $found;
    }

    /** @return array{0: ?string, 1: ?int} rule, and the row after which it is not applied yet; null: it is */
    private function stored(): array
    {
        $json = $this->database->value(
            "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::PATH],
        );
        $stored = is_string($json) ? json_decode($json, true) : null;

        return is_array($stored) && is_string($stored['rule'] ?? null)
            ? [$stored['rule'], is_int($stored['after'] ?? null) ? $stored['after'] : null]
            : [null, null];
    }

    private function store(?int $after): void
    {
        (new ConfigRows($this->database))->put(self::PATH, json_encode(
            ['rule' => $this->rule, 'after' => $after],
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES,
        ));
    }
}
