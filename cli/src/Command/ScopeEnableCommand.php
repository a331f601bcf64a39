<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Config\ScopeStore;
use Symfony\Component\Console\Attribute\AsCommand;

#[AsCommand(name: 'scope:enable', description: 'Enables a disabled website or store view again')]
final class ScopeEnableCommand extends ScopeCommand
{
    protected function change(ScopeStore $store, string $kind, string $code): bool
    {
        return $store->enable($kind, $code);
    }

    protected function sentence(string $scope, bool $hasChanged): string
    {
        return $hasChanged
            ? "$scope is enabled: the next sync of the complete source sends its items."
            : "$scope was not disabled.";
    }
}
