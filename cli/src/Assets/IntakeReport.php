<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Counters of a source that was read. */
final class IntakeReport
{
    private const MAX_REFUSALS = 100;

    public int $read = 0;
    /** Of another AEM tenant. */
    public int $foreign = 0;
    public int $refused = 0;
    /** @var list<array{place: string, reason: string}> the first of them */
    public array $refusals = [];
    /** Why the source could not be read to its end; "" when it could. */
    public string $inputError = '';

    /** @var ?\Closure(): void called after events were taken in */
    public ?\Closure $changed = null;

    public function __construct(public readonly IndexResult $index = new IndexResult())
    {
    }

    /** The same counters of what the index did, for one of several files. */
    public function ofFile(): self
    {
        $report = new self($this->index);
        $report->changed = $this->changed;

        return $report;
    }

    public function add(IndexResult $result): void
    {
        $this->index->add($result);

        if ($this->changed !== null) {
            ($this->changed)();
        }
    }

    public function refuse(string $place, string $reason): void
    {
        if ($this->refused++ < self::MAX_REFUSALS) {
            $this->refusals[] = ['place' => $place, 'reason' => $reason];
        }
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return ['read' => $this->read] + $this->index->data() + [
            'foreign' => $this->foreign,
            'refused' => $this->refused,
            'refusals' => $this->refusals,
            'inputError' => $this->inputError,
        ];
    }
}
