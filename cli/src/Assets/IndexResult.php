<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Counters of events. */
final class IndexResult
{
    /** Changed the assignments, or may have. */
    public int $applied = 0;
    /** Came before, or were overtaken by later ones. */
    public int $stale = 0;
    /** Of assets that have nothing to do with products. */
    public int $skipped = 0;
    /** Left metadata behind that cannot be used. */
    public int $unusable = 0;
    /** Assets whose products another rule has decided anew, or will. */
    public int $rematched = 0;
    /** Roles that went from one asset to another. */
    public int $reassigned = 0;

    /** @var list<array{0: string, 1: string, 2: array<string, mixed>}> level, name and members of log events */
    public array $log = [];

    public function add(self $other): void
    {
        foreach (['applied', 'stale', 'skipped', 'unusable', 'rematched', 'reassigned'] as $name) {
            $this->$name += $other->$name;
        }
    }

    /** @return array<string, int> */
    public function data(): array
    {
        return [
            'applied' => $this->applied,
            'stale' => $this->stale,
            'skipped' => $this->skipped,
            'unusable' => $this->unusable,
            'rematched' => $this->rematched,
            'rolesReassigned' => $this->reassigned,
        ];
    }
}
