<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Setting;
use Aco\Cli\Config\Setup;
use Aco\Cli\Config\TenantType;
use Aco\Cli\Config\Toggle;
use Aco\Cli\Config\Wizard;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'config:init', description: 'Checks the connection settings and stores them')]
final class ConfigInitCommand extends Command
{
    protected function configure(): void
    {
        foreach (array_diff_key(Setting::ALL, array_flip(Setting::FOUND)) as $name => $description) {
            $this->addOption(
                Setting::option($name),
                null,
                InputOption::VALUE_REQUIRED,
                ucfirst($description),
                null,
                $name === Setting::TYPE ? TenantType::ALL : [],
            );
        }
        $this->setHelp('Settings that are not given stay as they are. An empty value removes a setting: --proxy=""');
    }

    protected function perform(Console $console): int
    {
        $workspace = Workspace::fromInput($console->input);
        $given = self::given($console);

        // Nothing is written before the settings are found to work.
        $found = $workspace->find();
        $config = $found === null ? null : $workspace->configStore($found);

        $newSecret = $console->option('client-secret') ?? Workspace::environment('ACO_CLIENT_SECRET');
        $missing = Setup::missing($config?->values() ?? [], $given);
        // A key file that is missing matters only where the stored secret is needed.
        $clientSecret = $newSecret ?? $config?->clientSecret() ?? '';
        if ($clientSecret === '') {
            $missing[] = Setting::CLIENT_SECRET;
        }

        if ($missing !== []) {
            $answers = Wizard::isPossible($console)
                ? (new Wizard($console))->ask($missing)
                : throw self::lack($missing);
            $newSecret = $clientSecret = $answers[Setting::CLIENT_SECRET] ?? $clientSecret;
            $given = array_diff_key($answers, [Setting::CLIENT_SECRET => true]) + $given;
        }

        $setup = Setup::prepare($config?->values() ?? [], $given, $newSecret !== null, $clientSecret);
        $this->store($workspace, $setup, $newSecret);

        $this->printNotes($console, $setup);

        if ($console->isJson()) {
            $console->printJson([
                'stored' => true,
                'credentialsChecked' => $setup->credentialsChecked,
                'ingestionUrl' => $setup->connection->ingestionUrl,
                'studioUrl' => $setup->connection->studioUrl,
                'sendsAllAgain' => $setup->hasOtherReceiver,
                'database' => $workspace->databaseName(),
            ]);
        } else {
            $console->print(
                "Stored in {$workspace->databaseName()}. Items go to {$setup->connection->ingestionUrl}"
            );
        }

        return self::SUCCESS;
    }

    private function store(Workspace $workspace, Setup $setup, #[\SensitiveParameter] ?string $newSecret): void
    {
        $database = $workspace->open();
        $database->lock();
        $workspace->configStore($database)->save($setup->changes, $newSecret);
        if ($setup->hasOtherReceiver) {
            (new FeedStore($database))->forgetSent();
        }
        $database->unlock();
    }

    /** @return array<string, ?string> null removes */
    private static function given(Console $console): array
    {
        $given = [];
        $names = array_diff(array_keys(Setting::ALL), Setting::FOUND, [Setting::CLIENT_SECRET]);
        foreach ($names as $name) {
            $value = $console->option(Setting::option($name));
            if ($value !== null) {
                $isSwitch = in_array($name, Setting::SWITCHES, true);
                $toggle = $isSwitch ? Toggle::of($value) : null;
                $given[$name] = $value === '' ? null : ($toggle === null ? $value : Toggle::text($toggle));
            }
        }

        if (isset($given[Setting::CA_FILE])) {
            // Stored absolute, as later commands may run in another folder.
            $given[Setting::CA_FILE] = realpath($given[Setting::CA_FILE]) ?: throw new CommandFailure(
                "--ca-file: {$given[Setting::CA_FILE]} does not exist."
            );
        }

        return $given;
    }

    /** @param non-empty-list<string> $missing */
    private static function lack(array $missing): CommandFailure
    {
        $secret = 'set the environment variable ACO_CLIENT_SECRET or give --client-secret';
        $options = array_map(
            static fn (string $name): string => '--' . Setting::option($name),
            array_diff($missing, [Setting::CLIENT_SECRET]),
        );

        return new CommandFailure(match (true) {
            $options === [] => "The client secret is missing: $secret.",
            count($missing) === 1 => "$options[0] is missing.",
            default => 'These settings are missing: ' . implode(', ', $options)
                . (in_array(Setting::CLIENT_SECRET, $missing, true) ? "; and the client secret, $secret." : '.'),
        });
    }

    private function printNotes(Console $console, Setup $setup): void
    {
        if ($console->option('client-secret') !== null) {
            $console->errors()->writeln(
                'Note: a secret on the command line is visible in the process list and the shell history; '
                . 'the environment variable ACO_CLIENT_SECRET is safer.'
            );
        }

        if ($setup->hasOtherReceiver) {
            $console->errors()->writeln(
                'Note: the address or tenant has changed, so the next sync sends all items.'
            );
        }

        if ($setup->credentialsChecked === false) {
            $console->errors()->writeln(
                'Note: the address was not looked up, so the credentials are checked only by the first sync.'
            );
        }
    }
}
