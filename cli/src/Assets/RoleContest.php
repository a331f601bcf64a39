<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Decides which asset has a role of a product: the one updated last. */
final class RoleContest
{
    /** @var array<string, array{0: string, 1: int}> claim and asset row by role */
    private array $best = [];

    /**
     * @param list<string> $roles
     * @param string $claim of the asset: the later it was updated the higher
     */
    public function enter(int $assetRow, array $roles, string $claim): void
    {
        foreach ($roles as $role) {
            if (!isset($this->best[$role]) || strcmp($claim, $this->best[$role][0]) > 0) {
                $this->best[$role] = [$claim, $assetRow];
            }
        }
    }

    public function winner(string $role): ?int
    {
        return $this->best[$role][1] ?? null;
    }

    /**
     * @param list<string> $roles
     * @return list<string> those of them that the asset has
     */
    public function won(int $assetRow, array $roles): array
    {
        return array_values(array_filter($roles, fn (string $role): bool => $this->best[$role][1] === $assetRow));
    }
}
