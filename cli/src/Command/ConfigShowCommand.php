<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\Setting;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\ResultTable;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;

#[AsCommand(name: 'config:show', description: 'Shows the stored settings, except the secret')]
final class ConfigShowCommand extends Command implements LoggedOnFailure
{
    protected function perform(Console $console): int
    {
        $workspace = Workspace::fromInput($console->input);
        $database = $workspace->openExisting();
        $config = $workspace->configStore($database);
        $values = $config->requiredValues();
        $secret = self::secretState($config);

        if (isset($values[Setting::PROXY])) {
            $values[Setting::PROXY] = Setting::withoutPassword($values[Setting::PROXY]);
        }

        if ($console->isJson()) {
            $document = [];

            foreach (array_keys(Setting::ALL) as $name) {
                $document[$name] = $name === Setting::CLIENT_SECRET ? $secret : $values[$name] ?? null;
            }

            $console->printJson($document + ['database' => $workspace->databaseName()] + (
                $database->prefix()->isNone() ? [] : ['table_prefix' => $database->prefix()->text]
            ));

            return self::SUCCESS;
        }

        $table = new ResultTable(['Setting', 'Value']);

        foreach (array_keys(Setting::ALL) as $name) {
            $value = $name === Setting::CLIENT_SECRET ? self::secretText($secret) : $values[$name] ?? null;
            if ($value !== null) {
                $table->add([$name, ResultTable::text($value)]);
            }
        }

        $table->add(['database', ResultTable::text($workspace->databaseName())]);

        if (!$database->prefix()->isNone()) {
            $table->add(['table_prefix', $database->prefix()->text]);
        }

        $table->render($console->output);

        return self::SUCCESS;
    }

    /** @return array{stored: bool, decryptable: bool, error: ?string} */
    private static function secretState(ConfigStore $config): array
    {
        try {
            $stored = $config->clientSecret() !== null;

            return ['stored' => $stored, 'decryptable' => $stored, 'error' => null];
        } catch (CommandFailure $e) {
            return ['stored' => true, 'decryptable' => false, 'error' => $e->getMessage()];
        }
    }

    /** @param array{stored: bool, decryptable: bool, error: ?string} $secret */
    private static function secretText(array $secret): string
    {
        return match (true) {
            $secret['decryptable'] => 'stored, encrypted',
            $secret['stored'] => 'stored, but: ' . $secret['error'],
            default => 'not stored',
        };
    }
}
