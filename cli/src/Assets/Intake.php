<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;

/** Takes events into the index, many in one transaction. */
final class Intake
{
    private const TRANSACTION = 200;
    /** Limits the metadata of large assets in memory. */
    private const TRANSACTION_BYTES = 8 << 20;
    /** How often changes are written, so that a long source does not hold up its first events. */
    private const EVENTS_BETWEEN_WRITES = 2000;

    /**
     * @param \Closure(array<array-key, mixed>, float): (AssetEvent|ProductEvent|null) $parse null: of another tenant
     * @param \Closure(list<AssetEvent|ProductEvent>, float, ?\Closure): IndexResult $apply
     * @param \Closure(): void $write
     * @param \Closure(string, string, array<string, mixed>): void $log
     */
    public function __construct(
        private readonly \Closure $parse,
        private readonly \Closure $apply,
        private readonly \Closure $write,
        private readonly \Closure $log,
    ) {
    }

    /** For events of assets, among which may be those of products. */
    public static function assets(AssetIndex $index, AssetConfig $config, \Closure $write, \Closure $log): self
    {
        $properties = $config->properties();
        $isExternal = $config->isExternal();
        $source = $config->eventSource();
        $parse = static function (array $item, float $now) use (
            $properties,
            $isExternal,
            $source,
            $log,
        ): AssetEvent|ProductEvent|null {
            $type = $item['type'] ?? null;

            if (is_string($type) && str_starts_with($type, ProductEvent::TYPE_PREFIX)) {
                return ProductEvent::of($item, $now, $isExternal);
            }

            $event = AssetEvent::of($item, $properties, $now);
            $from = $item['source'] ?? null;

            if ($source !== null && $from !== null && (!is_string($from) || preg_match($source, $from) !== 1)) {
                $log('warning', 'asset.skipped', ['asset' => $event->assetId, 'reason' => 'foreign']);

                return null;
            }

            return $event;
        };

        return new self($parse, $index->apply(...), $write, $log);
    }

    public static function products(AssetIndex $index, AssetConfig $config, \Closure $write, \Closure $log): self
    {
        $isExternal = $config->isExternal();

        return new self(
            static fn (array $item, float $now): ProductEvent => ProductEvent::of($item, $now, $isExternal),
            $index->apply(...),
            $write,
            $log,
        );
    }

    public function run(ItemReader $reader, IntakeReport $report): void
    {
        $batch = [];
        $bytes = 0;
        $sinceWrite = 0;

        try {
            while (($item = $reader->next()) !== null) {
                $report->read++;
                $event = $item instanceof BadLine ? null : $this->event($item, $reader->place(), $report);

                if ($item instanceof BadLine) {
                    $this->refuse($item->place(), $item->reason, $report);
                }

                if ($event !== null) {
                    $batch[] = $event;
                    $bytes += $reader->lineBytes();
                }

                if (count($batch) === self::TRANSACTION || $bytes > self::TRANSACTION_BYTES) {
                    $sinceWrite += count($batch);
                    $this->apply($batch, $report);
                    $batch = [];
                    $bytes = 0;
                }

                if ($sinceWrite >= self::EVENTS_BETWEEN_WRITES) {
                    ($this->write)();
                    $sinceWrite = 0;
                }
            }
        } catch (SourceException $e) {
            $report->inputError = $e->getMessage();
        }

        $this->apply($batch, $report);
    }

    /**
     * Takes in some events and what belongs to them, all in one transaction.
     *
     * @param array<string, mixed> $items by the names of their places
     * @param \Closure(): void $also
     */
    public function together(array $items, IntakeReport $report, \Closure $also): void
    {
        $events = [];

        foreach ($items as $place => $item) {
            $report->read++;
            $event = is_array($item) ? $this->event($item, $place, $report) : null;

            if (!is_array($item)) {
                $this->refuse($place, 'not a JSON object', $report);
            } elseif ($event !== null) {
                $events[] = $event;
            }
        }

        $this->note(($this->apply)($events, microtime(true), $also), $report);
    }

    /** @param array<array-key, mixed> $item */
    private function event(array $item, string $place, IntakeReport $report): AssetEvent|ProductEvent|null
    {
        try {
            $event = ($this->parse)($item, microtime(true));
        } catch (UnusableEvent $e) {
            $this->refuse($place, $e->getMessage(), $report);

            return null;
        }
        $report->foreign += $event === null ? 1 : 0;

        return $event;
    }

    private function refuse(string $place, string $reason, IntakeReport $report): void
    {
        $report->refuse($place, $reason);
        ($this->log)('error', 'event.refused', ['place' => $place, 'reason' => $reason]);
    }

    /** @param list<AssetEvent|ProductEvent> $batch */
    private function apply(array $batch, IntakeReport $report): void
    {
        if ($batch === []) {
            return;
        }
        $this->note(($this->apply)($batch, microtime(true), null), $report);
    }

    private function note(IndexResult $result, IntakeReport $report): void
    {
        $report->add($result);

        foreach ($result->log as $event) {
            ($this->log)(...$event);
        }
    }
}
