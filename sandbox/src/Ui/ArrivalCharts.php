<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Report\Html;
use Aco\Sandbox\Catalog\Arrivals;
use Aco\Sandbox\Catalog\EntityKind;

/** A card for each feed: what the sandbox holds of it, and a chart of what arrived when, by source or price book. */
final class ArrivalCharts
{
    /** Parts that the time is divided into at most. */
    private const MAX_PARTS = 60;
    /** Lengths of a part, in slots. */
    private const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 300, 600, 1200, 3000, 6000, 12_000, 18_000];
    private const HEIGHT = 100;
    /** A single item must stay visible beside thousands. */
    private const MIN_HEIGHT = 3;
    private const MAX_ENTRIES = 6;
    private const MAX_NAME = 16;

    private readonly int $start;
    /** Of a part, in slots. */
    private readonly int $length;
    private readonly int $parts;

    /** @var array<string, FeedArrivals> by kind */
    private readonly array $feeds;

    public function __construct(Arrivals $arrivals)
    {
        [$first, $last] = $arrivals->span() ?? [0, 0];
        $lengths = array_filter(
            self::LENGTHS,
            static fn (int $length): bool => intdiv($last, $length) - intdiv($first, $length) < self::MAX_PARTS,
        );
        $this->length = min($lengths ?: [max(self::LENGTHS)]);
        $this->start = $first - $first % $this->length;
        $this->parts = intdiv($last - $this->start, $this->length) + 1;
        $rows = [];

        foreach ($arrivals->since($this->start, $this->length) as $row) {
            $rows[$row['kind']][] = $row;
        }

        $this->feeds = array_map(static fn (array $ofKind): FeedArrivals => new FeedArrivals($ofKind), $rows);
    }

    /** The days that the charts show, UTC; "" before anything has arrived. */
    public function days(): string
    {
        $days = [$this->time(0, 'Y-m-d'), $this->time($this->parts, 'Y-m-d')];

        return $this->feeds === [] ? '' : implode(' to ', array_unique($days)) . ', UTC';
    }

    /** @param array<string, int> $held number of entities by source or price book */
    public function card(EntityKind $kind, array $held): string
    {
        $feed = $this->feeds[$kind->value] ?? new FeedArrivals([]);
        $entries = $kind->scopeTitle() === null ? [] : $this->entries($kind, $held, $feed);

        if ($feed->deletions->items > 0) {
            $entries[] = self::swatch($feed->deletions) . number_format($feed->deletions->items) . ' deleted';
        }

        return '<div class="card"><h3>' . Html::link("/browse/$kind->value", [], $kind->title()) . '</h3>'
            . '<strong>' . number_format(array_sum($held)) . '</strong>' . $this->chart($kind, $feed)
            . ($entries === [] ? '' : '<ul class="legend"><li>' . implode('</li><li>', $entries) . '</li></ul>')
            . "</div>\n";
    }

    /**
     * Of the legend: the sources with most entities first, the rest as a number.
     *
     * @param array<string, int> $held
     * @return list<string> HTML
     */
    private function entries(EntityKind $kind, array $held, FeedArrivals $feed): array
    {
        arsort($held);
        $entries = [];

        foreach (array_slice($held, 0, self::MAX_ENTRIES, true) as $scope => $count) {
            $name = match (true) {
                $scope === '' => '(all)',
                mb_strlen((string) $scope) > self::MAX_NAME => mb_substr((string) $scope, 0, self::MAX_NAME) . '…',
                default => (string) $scope,
            };
            $entries[] = self::swatch($feed->bySource[$scope] ?? null)
                . Html::link("/browse/$kind->value", ['source' => $scope], $name) . ' ' . number_format($count);
        }

        $rest = count($held) - count($entries);

        return $rest > 0 ? [...$entries, number_format($rest) . ' more'] : $entries;
    }

    private function chart(EntityKind $kind, FeedArrivals $feed): string
    {
        $sums = $feed->sums();
        if ($sums === []) {
            return '<p class="soft">Nothing has arrived.</p>';
        }

        $columns = '';
        foreach (array_keys($sums) as $part) {
            $columns .= $this->column($part, $feed->series(), max($sums));
        }

        $most = 'at most ' . number_format(max($sums)) . ' in ' . $this->duration();

        return sprintf(
            '<svg class="chart" viewBox="0 0 %d %d" preserveAspectRatio="none" role="img" aria-label="%s">%s</svg>'
            . '<div class="ends"><span>%s</span><span>%s</span><span>%s</span></div>',
            $this->parts,
            self::HEIGHT,
            Html::text("{$kind->title()} over time: $most"),
            $columns,
            $this->time(0),
            $most,
            $this->time($this->parts),
        );
    }

    /** @param list<Series> $feed */
    private function column(int $part, array $feed, int $most): string
    {
        $feed = array_filter($feed, static fn (Series $series): bool => isset($series->parts[$part]));
        $heights = array_map(
            static fn (Series $series): float => max(self::MIN_HEIGHT, self::HEIGHT * $series->parts[$part] / $most),
            $feed,
        );
        $scale = min(1, self::HEIGHT / array_sum($heights));
        $shapes = '';
        $texts = [$this->time($part)];
        $top = (float) self::HEIGHT;

        foreach ($feed as $i => $series) {
            $top -= $scale * $heights[$i];
            $texts[] = Html::text(trim("$series->name " . number_format($series->parts[$part])));
            $shapes .= sprintf(
                '<rect class="%s" x="%.1F" y="%.2F" width="0.8" height="%.2F"/>',
                $series->class,
                $part + 0.1,
                $top,
                $scale * $heights[$i],
            );
        }

        return '<g><title>' . implode("\n", $texts) . "</title>$shapes</g>";
    }

    /** When a part begins, UTC. */
    private function time(int $part, string $format = 'H:i:s'): string
    {
        return gmdate($format, intdiv($this->start + $part * $this->length, Arrivals::SLOTS_PER_SECOND));
    }

    private function duration(): string
    {
        $seconds = $this->length / Arrivals::SLOTS_PER_SECOND;

        // The unit stays beside its number where a line is narrow.
        return $seconds < 60 ? "$seconds\u{A0}s" : $seconds / 60 . "\u{A0}min";
    }

    private static function swatch(?Series $series): string
    {
        return $series === null ? '' : '<svg viewBox="0 0 1 1" aria-hidden="true">'
            . "<rect class=\"$series->class\" width=\"1\" height=\"1\"/></svg>";
    }
}
