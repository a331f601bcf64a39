<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

/** A product of one store view that was delivered, and what has been seen of it. */
final class SentItem
{
    /** The service and this host measure time with different clocks, and results are written after the fact. */
    private const SLACK = 5;

    /** JSON of the document; null when no source has it as it was sent. */
    public ?string $document = null;
    /** @var array<string, SentPrice> by price book */
    public array $prices = [];

    public State $state = State::Unseen;
    /** @var list<array{field: string, sent: mixed, shown: mixed}> */
    public array $differences = [];
    /** Unix time when it was first seen as it was sent. */
    public ?float $shownAt = null;
    public bool $wasThere = false;

    public function __construct(
        public readonly int $row,
        public readonly string $sku,
        public readonly string $storeView,
        public readonly bool $isDeleted,
        private readonly int $sentAt,
    ) {
    }

    /** When the last of product and prices was sent. */
    public function sentAt(): int
    {
        return max([$this->sentAt, ...array_column($this->prices, 'sentAt')]);
    }

    /** Seconds from sending to showing; at most so many, as nobody looks all the time. */
    public function delay(): ?float
    {
        return $this->shownAt === null ? null : max(0.0, $this->shownAt - $this->sentAt());
    }

    /**
     * @param array<string, ?Shown> $views what is shown, by price book, "" when none is asked for
     * @param list<Field> $fields
     */
    public function judge(array $views, array $fields, bool $needsAttributes, float $now, bool $isFirstLook): void
    {
        $this->differences = [];
        $first = reset($views);
        $sent = $this->document === null ? null : json_decode($this->document, true);
        $isGone = $this->isDeleted || ($sent['status'] ?? '') === 'DISABLED';

        if ($isGone) {
            $this->state = $first === null || $first === false ? State::Shown : State::Stale;
            if ($this->state === State::Stale) {
                $status = $this->isDeleted ? 'deleted' : 'DISABLED';
                $this->differences[] = ['field' => 'status', 'sent' => $status, 'shown' => 'shown'];
            }
        } elseif ($first === null || $first === false) {
            $this->state = State::Missing;
        } else {
            $this->differences = $sent === null ? [] : ProductDifference::of($sent, $first, $fields, $needsAttributes);
            foreach ($this->prices as $book => $price) {
                if (isset($views[$book])) {
                    array_push(
                        $this->differences,
                        ...ProductDifference::ofPrice($price->regular, $views[$book], $book),
                    );
                }
            }
            $this->state = match (true) {
                $this->differences === [] => State::Shown,
                ($first->modified() ?? PHP_INT_MAX) < $this->sentAt - self::SLACK => State::Stale,
                default => State::Different,
            };
        }

        if ($this->state === State::Shown && $this->shownAt === null) {
            $this->shownAt = $now;
            $this->wasThere = $isFirstLook;
        }
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        $delay = $this->delay();

        return [
            'sku' => $this->sku,
            'storeView' => $this->storeView,
            'state' => $this->state->value,
            'differences' => $this->differences,
            'sentAt' => gmdate('Y-m-d H:i:s', $this->sentAt()),
            'seconds' => $delay === null ? null : round($delay, 1),
        ];
    }
}
