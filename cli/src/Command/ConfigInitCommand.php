<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Setting;
use Aco\Cli\Config\Setup;
use Aco\Cli\Config\TenantType;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Helper\QuestionHelper;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Question\Question;

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
        $clientSecret = $newSecret ?? $config?->clientSecret();
        $clientSecret ??= $newSecret = $this->ask($console);
        if ($clientSecret === null || $clientSecret === '') {
            throw new CommandFailure(
                'The client secret is missing: set the environment variable ACO_CLIENT_SECRET or give --client-secret.'
            );
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
                $given[$name] = $value === '' ? null : $value;
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

    private function ask(Console $console): ?string
    {
        if (!$console->input->isInteractive() || !stream_isatty(STDIN)) {
            return null;
        }
        $question = (new Question('Client secret (not shown): '))->setHidden(true)->setTrimmable(true);

        return (new QuestionHelper())->ask($console->input, $console->errors(), $question);
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
