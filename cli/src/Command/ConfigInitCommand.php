<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\Setting;
use Aco\Cli\Config\Setup;
use Aco\Cli\Output\Text;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Helper\QuestionHelper;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Question\Question;

#[AsCommand(name: 'config:init', description: 'Checks the connection settings and stores them')]
final class ConfigInitCommand extends Command
{
    protected function configure(): void
    {
        foreach (array_diff_key(Setting::ALL, array_flip(Setting::FOUND)) as $name => $description) {
            $this->addOption(Setting::option($name), null, InputOption::VALUE_REQUIRED, ucfirst($description));
        }
        $this->setHelp('Settings that are not given keep what is stored. An empty value removes one: --proxy=""');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $workspace = Workspace::fromInput($input);
        $given = self::given($input);

        // Nothing is made on the disk before the settings are found to work.
        $found = $workspace->find();
        $config = $found === null ? null : self::configStore($workspace, $found);

        $newSecret = $input->getOption('client-secret') ?? Workspace::environment('ACO_CLIENT_SECRET');
        $clientSecret = $newSecret ?? $config?->clientSecret();
        $clientSecret ??= $newSecret = $this->ask($input, $output);
        if ($clientSecret === null || $clientSecret === '') {
            throw new CommandFailure(
                'The client secret is missing: set the environment variable ACO_CLIENT_SECRET or give --client-secret.'
            );
        }

        $setup = Setup::prepare($config?->values() ?? [], $given, $newSecret !== null, $clientSecret);
        $this->store($workspace, $setup, $newSecret);

        $this->printNotes($input, $output, $setup);

        if (self::isJson($input)) {
            self::printJson($output, [
                'stored' => true,
                'credentialsChecked' => $setup->credentialsChecked,
                'ingestionUrl' => $setup->connection->ingestionUrl,
                'studioUrl' => $setup->connection->studioUrl,
                'sendsAllAgain' => $setup->hasOtherReceiver,
                'database' => $workspace->databaseName(),
            ]);
        } else {
            $output->writeln(OutputFormatter::escape(Text::visible(
                "Stored in {$workspace->databaseName()}. Items go to {$setup->connection->ingestionUrl}"
            )));
        }

        return self::SUCCESS;
    }

    private function store(Workspace $workspace, Setup $setup, #[\SensitiveParameter] ?string $newSecret): void
    {
        $database = $workspace->open();
        $database->lock();
        self::configStore($workspace, $database)->save($setup->changes, $newSecret);
        if ($setup->hasOtherReceiver) {
            (new FeedStore($database))->forgetSent();
        }
        $database->unlock();
    }

    /** @return array<string, ?string> null removes */
    private static function given(InputInterface $input): array
    {
        $given = [];
        $names = array_diff(array_keys(Setting::ALL), Setting::FOUND, [Setting::CLIENT_SECRET]);
        foreach ($names as $name) {
            $value = $input->getOption(Setting::option($name));
            if ($value !== null) {
                $given[$name] = $value === '' ? null : $value;
            }
        }

        if (isset($given[Setting::CA_FILE])) {
            // Later commands may run in another folder.
            $given[Setting::CA_FILE] = realpath($given[Setting::CA_FILE]) ?: throw new CommandFailure(
                "--ca-file: {$given[Setting::CA_FILE]} does not exist."
            );
        }

        return $given;
    }

    private function ask(InputInterface $input, OutputInterface $output): ?string
    {
        if (!$input->isInteractive() || !stream_isatty(STDIN)) {
            return null;
        }
        $question = (new Question('Client secret (not shown): '))->setHidden(true)->setTrimmable(true);

        return (new QuestionHelper())->ask($input, self::errorOutput($output), $question);
    }

    private function printNotes(InputInterface $input, OutputInterface $output, Setup $setup): void
    {
        if ($input->getOption('client-secret') !== null) {
            self::errorOutput($output)->writeln(
                'Note: a secret on the command line shows in the process list and the shell history; '
                . 'the environment variable ACO_CLIENT_SECRET is safer.'
            );
        }

        if ($setup->hasOtherReceiver) {
            self::errorOutput($output)->writeln(
                'Note: address or tenant is another one than before, so the next sync sends all items.'
            );
        }

        if ($setup->credentialsChecked === false) {
            self::errorOutput($output)->writeln(
                'Note: the address was not looked up, so the credentials are not checked before the first sync.'
            );
        }
    }
}
