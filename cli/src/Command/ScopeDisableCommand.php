<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Config\ScopeStore;
use Symfony\Component\Console\Attribute\AsCommand;

#[AsCommand(name: 'scope:disable', description: 'Leaves a website or store view out and removes what was synced of it')]
final class ScopeDisableCommand extends ScopeCommand
{
    protected function change(ScopeStore $store, string $kind, string $code): bool
    {
        return $store->disable($kind, $code);
    }

    protected function sentence(string $scope, bool $hasChanged): string
    {
        return $hasChanged
            ? "$scope is disabled: the next sync or resend-failed removes what was synced of it."
            : "$scope was disabled already.";
    }
}
