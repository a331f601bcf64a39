<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

/** What an import has found so far, over all processes that worked on it. */
final class ImportReport
{
    private const MAX_EXAMPLES = 100;

    public int $read = 0;
    /** AEM has it for products that do not show it. */
    public int $missing = 0;
    /** Products, roles, positions, texts or kind differ. */
    public int $changed = 0;
    /** Products show it, and AEM does not have it, or not for products. */
    public int $extra = 0;
    /** Their metadata cannot be used. */
    public int $unusable = 0;
    /** Of the extra ones: not listed by AEM, so taken off their products in this run. */
    public int $takenOff = 0;
    /** Why what AEM does not list was not taken off products; "": it was. */
    public string $removalHeld = '';
    /** @var array<string, string> what differs, by asset id: the first ones */
    public array $examples = [];
    public bool $isComplete = false;
    public bool $isResumed = false;
    public ImportMode $mode = ImportMode::Import;

    public function note(string $assetId, Difference $difference): void
    {
        match ($difference) {
            Difference::Missing => $this->missing++,
            Difference::Changed => $this->changed++,
            Difference::Extra => $this->extra++,
            Difference::Unusable => $this->unusable++,
        };

        if (count($this->examples) < self::MAX_EXAMPLES) {
            $this->examples[$assetId] = $difference->value;
        }
    }

    public function differences(): int
    {
        return $this->missing + $this->changed + $this->extra;
    }

    /**
     * @return array{read: int, missing: int, changed: int, extra: int, unusable: int, examples: array<string, string>}
     *         to be kept
     */
    public function counts(): array
    {
        return [
            'read' => $this->read, 'missing' => $this->missing, 'changed' => $this->changed, 'extra' => $this->extra,
            'unusable' => $this->unusable, 'examples' => $this->examples,
        ];
    }

    /** @param array<string, mixed> $counts as counts() has given them */
    public function restore(array $counts): void
    {
        foreach (['read', 'missing', 'changed', 'extra', 'unusable'] as $name) {
            $this->$name = is_int($counts[$name] ?? null) ? $counts[$name] : 0;
        }

        $examples = is_array($counts['examples'] ?? null) ? $counts['examples'] : [];
        $this->examples = array_filter($examples, is_string(...));
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return ['mode' => $this->mode->value] + $this->counts() + [
            'takenOff' => $this->takenOff,
            'removalHeld' => $this->removalHeld,
            'resumed' => $this->isResumed,
            'complete' => $this->isComplete,
        ];
    }

    public function sentence(): string
    {
        $what = match (true) {
            $this->mode === ImportMode::Import => '',
            $this->mode === ImportMode::Repair => ", $this->missing missing, $this->changed changed and $this->extra extra ones mended",
            default => ", $this->missing missing, $this->changed changed, $this->extra extra",
        };

        return ($this->mode === ImportMode::Import ? 'Imported' : 'Compared') . ": $this->read assets of AEM$what"
            . ($this->unusable > 0 ? ", $this->unusable unusable" : '')
            . ($this->isComplete ? '.' : '; not complete yet.');
    }
}
