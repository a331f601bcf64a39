<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Cli\Cron\Integration;
use Aco\Cli\Cron\Integrations;
use Aco\Cli\Cron\LastRuns;
use Aco\Cli\Report\FeedTables;
use Aco\Cli\Store\Database;
use Aco\Cli\Workspace;

/** Looks at an installation from the ground up; what rests on something broken is left out. */
final class Doctor
{
    private ?Database $database = null;
    /** @var array<string, string> */
    private array $values = [];
    private ?string $clientSecret = null;

    public function __construct(
        private readonly Workspace $workspace,
        private readonly bool $usesNetwork,
        private readonly int $maxWaiting,
    ) {
    }

    /** @return list<Finding> */
    public function examine(): array
    {
        $examination = new Examination();
        $examination->run('php', PhpCheck::findings(...));
        $examination->run('rates', RateCheck::findings(...));

        $isReady = $examination->run('state folder', (new FileCheck($this->workspace))->findings(...))
            && $examination->run('database', $this->database(...))
            && $examination->run('settings', $this->settings(...));
        if ($this->usesNetwork) {
            $examination->run('store', fn (): iterable => RateCheck::store($this->values));
        }
        if ($isReady && $this->usesNetwork && $this->clientSecret !== null) {
            $examination->run('service', (new ServiceCheck($this->values, $this->clientSecret))->findings(...));
        }
        if ($this->database !== null) {
            $examination->run('work', $this->work(...));
        }

        return $examination->findings();
    }

    /** @return iterable<Finding> */
    private function database(): iterable
    {
        $this->database = $this->workspace->openExisting();

        yield Finding::ok('database', "{$this->database->name()} can be used.");
    }

    /** @return iterable<Finding> */
    private function settings(): iterable
    {
        $database = $this->database ?? throw new CommandFailure('There is no database.');
        $set = Integrations::of($this->workspace, $database)->configured();
        if ($set === []) {
            throw new CommandFailure('Nothing is configured yet: ' . Integration::advice() . '.');
        }

        $names = array_map(static fn (Integration $one): string => $one->value, $set);
        if (!in_array(Integration::Catalog, $set, true)) {
            yield Finding::ok('settings', 'Set up is ' . implode(' and ', $names) . ', not the catalog.');

            return;
        }

        $config = $this->workspace->configStore($database);
        $this->values = $config->values();
        $secret = $config->clientSecret() ?? throw new CommandFailure(
            'No client secret is stored: run config:init with ACO_CLIENT_SECRET set.'
        );
        $this->checkValues($secret);
        $this->clientSecret = $secret;

        yield Finding::ok('settings', 'Set up is ' . implode(' and ', $names) . '; items go to '
            . "{$this->values[Setting::INGESTION_URL]}.");
    }

    private function checkValues(#[\SensitiveParameter] string $secret): void
    {
        try {
            ConnectionFactory::connection($this->values, $secret);
            ConnectionFactory::limits($this->values);
        } catch (CommandFailure $e) {
            throw new CommandFailure("A stored setting cannot be used, give it to config:init again: {$e->getMessage()}");
        }
    }

    /** @return iterable<Finding> */
    private function work(): iterable
    {
        $database = $this->database ?? throw new CommandFailure('There is no database.');
        $figures = (new FeedTables($database))->all();

        yield from WorkCheck::of($figures, new LastRuns($database), $this->maxWaiting)->findings();
        yield from (new IntegrationCheck($database, time(), $this->maxWaiting))->findings();
        yield from $this->spool();
    }

    /** @return iterable<Finding> */
    private function spool(): iterable
    {
        $folder = "{$this->workspace->stateDir}/spool/failed";
        $names = array_diff(@scandir($folder) ?: [], ['.', '..']);
        $entries = preg_grep('/\.report\.json$/D', $names, PREG_GREP_INVERT) ?: [];
        if ($entries !== []) {
            $count = count($entries);
            yield Finding::warning('spool', number_format($count) . ($count === 1 ? ' entry lies' : ' entries lie')
                . " in $folder: the report beside it says why; correct it and put it back.");
        }
    }
}
