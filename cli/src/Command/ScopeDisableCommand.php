<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Config\ScopeStore;
use Symfony\Component\Console\Attribute\AsCommand;

#[AsCommand(name: 'scope:disable', description: 'Disables a website or store view and deletes its items')]
final class ScopeDisableCommand extends ScopeCommand
{
    protected function change(ScopeStore $store, string $kind, string $code): bool
    {
        return $store->disable($kind, $code);
    }

    protected function sentence(string $scope, bool $hasChanged): string
    {
        return $hasChanged
            ? "$scope is disabled: the next sync or resend-failed deletes its items."
            : "$scope was already disabled.";
    }
}
