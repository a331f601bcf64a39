<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

use Aco\Cli\ExitCode;

/** What shoppers get of the items that were looked at, and how long it took. */
final class VerifyReport
{
    /** What was sent longer ago says nothing about the time that showing takes. */
    private const RECENT = 3600;
    private const SHARES = ['p50' => 0.5, 'p95' => 0.95, 'p99' => 0.99];

    /** Rows that the next sync sends again; null when that was not asked for. */
    public ?int $scheduled = null;

    /** @param list<string> $unknownFields that the service does not have */
    public function __construct(
        private readonly SentItems $chosen,
        private readonly bool $hasSource,
        private readonly bool $lacksPrices,
        private readonly array $unknownFields,
        private readonly int $requests,
        private readonly int $rounds,
        private readonly float $start,
        private readonly float $seconds,
    ) {
    }

    public function count(State $state): int
    {
        return count(array_filter(
            $this->chosen->items,
            static fn (SentItem $item): bool => $item->state === $state,
        ));
    }

    /** @return list<SentItem> that are not as they were sent */
    public function failures(): array
    {
        return array_values(array_filter(
            $this->chosen->items,
            static fn (SentItem $item): bool => $item->state !== State::Shown,
        ));
    }

    public function exitCode(): int
    {
        $isFine = $this->failures() === [] && $this->chosen->notFound === [] && $this->chosen->problems === [];

        return $isFine ? ExitCode::DONE : ExitCode::ITEMS_FAILED;
    }

    /** What to do about it; "" when nothing is to be done. */
    public function sentence(): string
    {
        $count = count($this->failures());
        $sentences = [];
        if ($count > 0) {
            $sentences[] = self::items($count) . ' not shown as sent: ' . ($this->scheduled === null
                    ? 'wait, as showing takes minutes to an hour, or send them again with --resync.'
                    : 'the next sync whose source contains them sends them again.');
        }
        if ($this->chosen->notFound !== []) {
            $sentences[] = 'Not in the table: ' . implode(', ', array_slice($this->chosen->notFound, 0, 20)) . '.';
        }
        if ($this->chosen->problems !== []) {
            $sentences[] = 'The source was not read completely: correct what is named above.';
        }

        return implode(' ', $sentences);
    }

    /** @return list<string> */
    public function notes(): array
    {
        $chosen = $this->chosen;

        return array_values(array_filter([
            $this->hasSource ? '' : 'Only presence was looked at, and disabled products count as missing: '
                . '--source compares what is shown with what was sent.',
            !$this->lacksPrices || !$this->hasSource ? '' : 'Prices were not looked at: config:init --price-books names the '
                . 'price books, and the source needs the feed prices with prices in them.',
            $chosen->withoutDocument === 0 ? '' : self::items($chosen->withoutDocument)
                . ' delivered otherwise than the source has now: only presence was looked at.',
            $chosen->notCompared === 0 ? '' : self::items($chosen->notCompared)
                . ' left out: not delivered, or of a store view that --view-ids does not name.',
            $this->unknownFields === [] ? '' : 'The service has no ' . implode(', ', $this->unknownFields)
                . ': not compared.',
        ]));
    }

    /** @return list<string> */
    public function problems(): array
    {
        return $this->chosen->problems;
    }

    /**
     * Seconds from sending to showing of what was sent within the hour: no more than these, as an item may have been
     * shown for a while when it was looked at.
     *
     * @return array<string, int|float|null>
     */
    public function delays(): array
    {
        $delays = [];
        $appeared = 0;
        foreach ($this->chosen->items as $item) {
            $delay = $item->delay();
            if ($delay !== null && $item->sentAt() >= $this->start - self::RECENT) {
                $delays[] = $delay;
                $appeared += $item->wasThere ? 0 : 1;
            }
        }

        sort($delays);
        $figures = ['items' => count($delays), 'seenToAppear' => $appeared];
        foreach (self::SHARES as $name => $share) {
            $figures[$name] = $delays === []
                ? null
                : round($delays[max(0, (int) ceil($share * count($delays)) - 1)], 1);
        }

        return $figures + ['max' => $delays === [] ? null : round(end($delays), 1)];
    }

    /** @return array<string, int|float> */
    public function figures(): array
    {
        return [
            'checked' => count($this->chosen->items),
            'shown' => $this->count(State::Shown),
            'missing' => $this->count(State::Missing),
            'stale' => $this->count(State::Stale),
            'different' => $this->count(State::Different),
            'notCompared' => $this->chosen->notCompared,
            'requests' => $this->requests,
            'rounds' => $this->rounds,
            'seconds' => round($this->seconds, 1),
        ];
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return $this->figures() + [
            'delays' => $this->delays(),
            'items' => array_map(static fn (SentItem $item): array => $item->data(), $this->failures()),
            'notFound' => $this->chosen->notFound,
            'scheduled' => $this->scheduled,
            'notes' => $this->notes(),
            'problems' => $this->chosen->problems,
        ];
    }

    private static function items(int $count): string
    {
        return number_format($count) . ($count === 1 ? ' item' : ' items');
    }
}
