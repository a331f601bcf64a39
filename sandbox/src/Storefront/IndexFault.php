<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultType;

/** Which accepted entities never come to be shown, and which come with another value. */
final class IndexFault
{
    /** @var array<string, true> */
    private array $lost;
    /** @var array<string, true> */
    private array $changed;

    private function __construct(Fault $fault)
    {
        $this->lost = array_fill_keys($fault->option('lost'), true);
        $this->changed = array_fill_keys($fault->option('changed'), true);
    }

    public static function of(?Fault $fault): ?self
    {
        return $fault?->type === FaultType::Index ? new self($fault) : null;
    }

    public function loses(string $id): bool
    {
        return isset($this->lost[$id]);
    }

    public function changes(string $id): bool
    {
        return isset($this->changed[$id]);
    }
}
