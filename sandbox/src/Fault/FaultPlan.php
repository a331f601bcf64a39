<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

use Aco\Sandbox\Http\Request;

/** The faults in force, in the order in which they were added. At most one strikes a request. */
final class FaultPlan
{
    private const MAX_FAULTS = 100;

    /** @var list<Fault> */
    private array $faults = [];

    public function __construct(private readonly SeededRandom $random)
    {
    }

    /**
     * @param array<mixed> $spec
     * @throws InvalidFault
     */
    public function add(array $spec): Fault
    {
        if (count($this->faults) >= self::MAX_FAULTS) {
            throw new InvalidFault('There are too many faults. Remove them with DELETE /api/faults first.');
        }

        return $this->faults[] = FaultReader::read($spec);
    }

    public function strike(Request $request): ?Fault
    {
        foreach ($this->faults as $fault) {
            if ($fault->strikes($request, $this->random)) {
                return $fault;
            }
        }

        return null;
    }

    /** @return list<array<mixed>> */
    public function describe(): array
    {
        return array_map(static fn (Fault $fault): array => $fault->describe(), $this->faults);
    }

    public function clear(): void
    {
        $this->faults = [];
    }
}
