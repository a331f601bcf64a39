<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Output\Console;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Input\InputOption;

/** What scope:disable and scope:enable have in common. */
abstract class ScopeCommand extends Command
{
    protected function configure(): void
    {
        $this->addOption(
            'website',
            null,
            InputOption::VALUE_REQUIRED,
            'Website whose prices and price books are meant',
        );
        $this->addOption(
            'store-view',
            null,
            InputOption::VALUE_REQUIRED,
            'Store view whose products, attributes and categories are meant',
        );
    }

    protected function perform(Console $console): int
    {
        $website = $console->option('website');
        $storeView = $console->option('store-view');
        $code = $website ?? $storeView ?? '';
        if (($website === null) === ($storeView === null) || preg_match('/^\w{1,64}$/D', $code) !== 1) {
            throw new CommandFailure('Give either --website or --store-view with one code: letters, digits and _.');
        }

        $kind = $website !== null ? ScopeStore::WEBSITES : ScopeStore::STORE_VIEWS;
        $database = Workspace::fromInput($console->input)->openExisting();
        $database->lock();
        $store = new ScopeStore($database);
        $hasChanged = $this->change($store, $kind, $code);
        $scopes = $store->scopes();
        $database->unlock();

        if ($console->isJson()) {
            $console->printJson([
                'exitCode' => self::SUCCESS,
                'changed' => $hasChanged,
                'disabledWebsites' => $scopes->disabledWebsites,
                'disabledStoreViews' => $scopes->disabledStoreViews,
            ]);
        } else {
            $scope = ($website !== null ? 'Website' : 'Store view') . " $code";
            $console->print($this->sentence($scope, $hasChanged));
        }

        return self::SUCCESS;
    }

    abstract protected function change(ScopeStore $store, string $kind, string $code): bool;

    abstract protected function sentence(string $scope, bool $hasChanged): string;
}
