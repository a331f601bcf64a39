<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

use Aco\Cli\Assets\AssetEvent;
use Aco\Cli\Assets\AssetState;
use Aco\Cli\Assets\EventTime;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Assets\UnusableEvent;
use Aco\Cli\CommandFailure;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\RowList;
use Aco\Cli\Sync\DeletionLimit;

/** Reads all approved assets of AEM, page by page, and goes on where a killed process was. */
final class ImportRun
{
    /** How often changes are written. */
    private const ASSETS_BETWEEN_WRITES = 2000;
    private const INDEX_PAGE = 500;
    /** The search may not know yet what an event has told already. */
    private const GRACE_SECONDS = 900;

    /**
     * @param DeletionLimit $limit how much of what products show a repair may take off them as AEM does not list it
     * @param \Closure(): void $write
     */
    public function __construct(
        private readonly Database $database,
        private readonly Search $search,
        private readonly ImportState $state,
        private readonly Drift $drift,
        private readonly Intake $intake,
        private readonly ImportReport $found,
        private readonly DeletionLimit $limit,
        private readonly \Closure $write,
    ) {
    }

    /** @throws CommandFailure */
    public function run(IntakeReport $report, bool $isRestart): void
    {
        $mode = $this->found->mode;
        $this->found->isResumed = !$isRestart && $this->state->canResume($mode, $this->search->url);
        $this->found->isResumed ? $this->found->restore($this->state->counts)
            : $this->state->begin($mode, $this->search->url);

        try {
            $this->pages($mode, $report);
        } catch (CursorRefused $e) {
            if (!$this->found->isResumed) {
                throw $e;
            }

            // It was valid for a while only.
            $this->found->isResumed = false;
            $this->found->restore([]);
            $this->state->begin($mode, $this->search->url);
            $this->pages($mode, $report);
        }

        if ($mode !== ImportMode::Import || $this->state->importedAt > 0) {
            $this->unlisted($mode, $report);
        }

        $this->database->transaction(fn () => $this->state->end());
        $this->state->close();
        $this->found->isComplete = true;
    }

    private function pages(ImportMode $mode, IntakeReport $report): void
    {
        $sinceWrite = 0;

        do {
            $page = $this->search->page($this->state->cursor);
            $taken = $this->compare($mode, $page->assets);
            $this->found->read += count($page->assets);
            $this->state->saw(array_values(array_filter(array_column($page->assets, 'assetId'), is_string(...))));
            $this->state->cursor = $page->cursor;
            $this->state->counts = $this->found->counts();
            $this->intake->together($taken, $report, $this->state->write(...));
            $sinceWrite += count($taken);

            if ($sinceWrite >= self::ASSETS_BETWEEN_WRITES) {
                ($this->write)();
                $sinceWrite = 0;
            }
        } while ($page->cursor !== '');
    }

    /**
     * @param list<array<array-key, mixed>> $assets
     * @return array<string, array<array-key, mixed>> those to take in, by the names of their places
     */
    private function compare(ImportMode $mode, array $assets): array
    {
        $isAll = $mode === ImportMode::Import;
        $taken = $isAll ? $assets : $this->database->read(fn (): array => array_filter(
            $assets,
            fn (array $asset): bool => $this->isToTake($mode, $asset),
        ));

        return array_combine(
            array_map(static fn (int $number): string => "search hit $number", array_keys($taken)),
            $taken,
        );
    }

    /** @param array<array-key, mixed> $asset */
    private function isToTake(ImportMode $mode, array $asset): bool
    {
        try {
            $difference = $this->drift->of($asset);
        } catch (UnusableEvent) {
            // The intake refuses it, and says why.
            return true;
        }

        if ($difference !== null) {
            $this->found->note((string) $asset['assetId'], $difference);
        }

        return $difference !== null && $mode !== ImportMode::Check;
    }

    /** Finds what products show and AEM has not listed, and takes it off them, unless that is too much of all. */
    private function unlisted(ImportMode $mode, IntakeReport $report): void
    {
        [$gone, $live] = $this->gone();
        $objection = $mode === ImportMode::Repair ? $this->limit->objection($gone->count(), $live, 'assets') : null;

        if ($objection !== null) {
            $this->found->removalHeld = $objection;

            return;
        }

        $time = EventTime::at($this->state->startedAt)->text;

        foreach ($gone->pages(self::INDEX_PAGE) as $ids) {
            $events = [];

            foreach ($this->assetIds($ids) as $assetId) {
                $this->found->note($assetId, Difference::Extra);
                $events["not listed: $assetId"] = [
                    'type' => AssetEvent::TYPE_PREFIX . 'metadata_updated', 'id' => 'import', 'time' => $time,
                    'data' => ['assetId' => $assetId, 'assetMetadata' => ['dam:status' => AssetState::NOT_LISTED]],
                ];
            }

            if ($mode !== ImportMode::Check) {
                $this->intake->together($events, $report, static fn () => null);
                $this->found->takenOff += count($events);
            }
        }
    }

    /** @return array{0: RowList, 1: int} assets that products show and AEM has not listed, and how many they show */
    private function gone(): array
    {
        $seen = $this->state->seen();
        $before = EventTime::at($this->state->startedAt - self::GRACE_SECONDS)->text;
        $gone = new RowList();
        $live = 0;
        $last = 0;

        do {
            $rows = $this->database->read(fn (): array => $this->database->execute(
                'SELECT DISTINCT a.id, a.asset_id, a.claim FROM {aem_asset} a
                JOIN {aem_assignment} s ON s.asset_row = a.id AND s.wanted = 1
                WHERE a.id > ? ORDER BY a.id LIMIT ' . self::INDEX_PAGE,
                [$last],
            )->fetchAll());
            $live += count($rows);

            foreach ($rows as [$id, $assetId, $claim]) {
                $last = $id;

                if (!isset($seen[ImportState::hash($assetId)]) && $claim < $before) {
                    $gone->add([$id]);
                }
            }
        } while (count($rows) === self::INDEX_PAGE);

        return [$gone, $live];
    }

    /**
     * @param list<int> $rows
     * @return list<string>
     */
    private function assetIds(array $rows): array
    {
        return $this->database->read(fn (): array => $this->database->execute(
            'SELECT asset_id FROM {aem_asset} WHERE id IN (' . implode(', ', $rows) . ') ORDER BY id',
        )->fetchAll(\PDO::FETCH_COLUMN));
    }
}
