<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetNeeds;
use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\Assets\Webhook\WebhookSettings;
use Aco\Cli\Assets\WorkspaceFile;
use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\Setting;
use Aco\Cli\Config\Toggle;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\ResultTable;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'assets:config', description: 'Sets and shows the settings for AEM Assets')]
final class AssetsConfigCommand extends Command
{
    private const WORKSPACE = 'workspace';

    protected function configure(): void
    {
        foreach (array_diff_key(AssetSetting::ALL, array_flip(AssetSetting::SECRETS)) as $name => $description) {
            $this->addOption(AssetSetting::option($name), null, InputOption::VALUE_REQUIRED, ucfirst($description));
        }

        $this->addOption(
            self::WORKSPACE,
            null,
            InputOption::VALUE_REQUIRED,
            'workspace.json of an App Builder project, to take the settings of the external matcher from',
        );
        $variables = array_map(
            static fn (string $name): string => AssetSetting::variable($name) . ': ' . AssetSetting::ALL[$name],
            AssetSetting::SECRETS,
        );
        $this->setHelp('Settings that are not given stay as they are. An empty value removes a setting: --proxy=""'
            . "\n\nSecrets are taken from environment variables:\n  " . implode("\n  ", $variables));
    }

    protected function perform(Console $console): int
    {
        $workspace = Workspace::fromInput($console->input);
        $given = self::given($console);
        $secrets = self::secrets();
        $file = $console->option(self::WORKSPACE);
        $isChange = $given !== [] || $secrets !== [] || $file !== null;
        $database = $isChange ? $workspace->open() : $workspace->openExisting();
        $store = $workspace->configStore($database, ConfigStore::ASSETS);

        if ($file !== null) {
            $imported = WorkspaceFile::read($file, $given + $store->values());
            $given = $imported->settings + $given;
            $secrets += $imported->secrets();
        }

        if ($isChange) {
            $store->saveAll($given, $secrets);
            AssetConfig::of($store)->matcher();
            WebhookSettings::write($workspace->stateDir, $store->values());
            EventLog::of($workspace, $console->output)->write('info', 'config.changed', [
                'settings' => implode(', ', [...array_keys($given), ...array_keys($secrets)]),
            ]);
        }

        $values = self::shown($store->values());

        if ($console->isJson()) {
            $console->printJson($values + ['database' => $workspace->databaseName()]);

            return self::SUCCESS;
        }

        $set = array_filter($values, static fn (?string $value): bool => $value !== null);

        if ($set === []) {
            $first = AssetNeeds::ofSink(AssetConfig::of($store));
            $console->print('No settings are stored yet: ' . AssetNeeds::advice($first));

            return self::SUCCESS;
        }

        $table = new ResultTable(['Setting', 'Value']);

        foreach ($set as $name => $value) {
            $isFlag = in_array($name, AssetConfig::FLAGS, true);
            $table->add([$name, ResultTable::text($isFlag ? Toggle::text($value === '1') : $value)]);
        }

        $table->render($console->output);

        return self::SUCCESS;
    }

    /** @return array<string, ?string> null removes */
    private static function given(Console $console): array
    {
        $given = [];

        foreach (array_diff(array_keys(AssetSetting::ALL), AssetSetting::SECRETS) as $name) {
            $value = $console->option(AssetSetting::option($name));
            if ($value !== null) {
                $given[$name] = $value === '' ? null : AssetConfig::normalize($name, $value);
            }
        }

        if (isset($given[AssetSetting::CA_FILE])) {
            // Stored absolute, as later commands may run in another folder.
            $given[AssetSetting::CA_FILE] = realpath($given[AssetSetting::CA_FILE]) ?: throw new CommandFailure(
                "--ca-file: {$given[AssetSetting::CA_FILE]} does not exist."
            );
        }

        return $given;
    }

    /** @return array<string, string> */
    private static function secrets(): array
    {
        $secrets = [];
        foreach (AssetSetting::SECRETS as $name) {
            $value = Workspace::environment(AssetSetting::variable($name));
            if ($value !== null) {
                $secrets[$name] = $value;
            }
        }

        return $secrets;
    }

    /**
     * @param array<string, string> $stored
     * @return array<string, ?string>
     */
    private static function shown(array $stored): array
    {
        $shown = [];
        foreach (array_keys(AssetSetting::ALL) as $name) {
            $value = $stored[$name] ?? null;
            $shown[$name] = match (true) {
                $value !== null && in_array($name, AssetSetting::SECRETS, true) => 'stored, encrypted',
                $value !== null && $name === AssetSetting::PROXY => Setting::withoutPassword($value),
                default => $value,
            };
        }

        return $shown;
    }
}
