<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Output\Progress;
use Aco\Cli\Output\SyncOutput;
use Aco\Cli\Source\SourceResolver;
use Aco\Cli\Store\SqliteFeedStore;
use Aco\Cli\Sync\SyncResult;
use Aco\Cli\Sync\SyncRun;
use Aco\Cli\Workspace;
use Aco\Client;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'sync', description: 'Sends the items that have changed since they were sent last')]
final class SyncCommand extends Command
{
    protected function configure(): void
    {
        $this->addOption('feed', null, InputOption::VALUE_REQUIRED | InputOption::VALUE_IS_ARRAY, 'Only this feed');
        $this->addArgument(
            'source',
            InputArgument::REQUIRED,
            'Folder with <feed>.jsonl or <feed>.jsonl.gz, one such file, or - for standard input',
        );
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $start = microtime(true);
        $inputs = SourceResolver::resolve($input->getArgument('source'), $input->getOption('feed'));
        $workspace = Workspace::fromInput($input);
        $database = $workspace->openExisting();
        $lock = $workspace->lock();
        $config = self::configStore($workspace, $database);
        $values = $config->values();
        self::requireConfiguration($values);
        $connection = ConnectionFactory::connection($values, $config->clientSecret() ?? throw new CommandFailure(
            'No client secret is stored: run config:init with it.'
        ));

        $errorOutput = self::errorOutput($output);
        $showsProgress = !self::isJson($input) && !$input->getOption('no-progress') && !$output->isQuiet()
            && stream_isatty(STDERR);
        $progress = new Progress($showsProgress ? $errorOutput : null, array_values(array_filter($inputs)));
        try {
            $client = new Client(
                $connection,
                ConnectionFactory::limits($values),
                new LogOutput($errorOutput, $progress->interrupt(...)),
            );
            $reports = (new SyncRun($inputs, new SqliteFeedStore($database), $client, $progress))->run();
        } finally {
            $progress->end();
            $lock->release();
        }
        $result = new SyncResult($reports, $client->stats()['requests'], microtime(true) - $start);

        if (self::isJson($input)) {
            self::printJson($output, SyncOutput::data($result));
        } else {
            SyncOutput::print($output, $result);
        }
        if ($result->sentence() !== '') {
            $errorOutput->writeln(OutputFormatter::escape($result->sentence()));
        }

        return $result->exitCode();
    }
}
