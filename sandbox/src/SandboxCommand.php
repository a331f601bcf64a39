<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Cli\Files\OwnFile;
use Aco\Cli\Output\Text;
use Aco\Sandbox\Access\TenantSettings;
use Aco\Sandbox\Assets\AssetsSettings;
use Aco\Sandbox\Assets\CommerceKeys;
use Aco\Sandbox\Assets\RegistrySettings;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Fault\InvalidFault;
use Aco\Sandbox\Monitoring\RequestLog;
use Aco\Sandbox\Server\ListenFailure;
use Aco\Sandbox\Server\ServerSettings;
use React\EventLoop\LoopInterface;
use React\EventLoop\StreamSelectLoop;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\ConsoleOutputInterface;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(
    name: 'sandbox',
    description: 'Serves a local stand-in for IMS, the tenant look-up, the ingestion and Merchandising APIs, the Edge Network and AEM Assets',
)]
final class SandboxCommand extends Command
{
    /** A request of 64 MiB takes several times that much while it is decoded. */
    private const MEMORY_LIMIT = '1536M';

    protected function configure(): void
    {
        $value = InputOption::VALUE_REQUIRED;

        $this
            ->addOption('host', null, $value, 'Loopback address to listen on', ServerSettings::DEFAULT_HOST)
            ->addOption(
                'port',
                null,
                $value,
                'Port to listen on; 0: any free one',
                (string) ServerSettings::DEFAULT_PORT,
            )
            ->addOption('data', null, $value, 'SQLite file for accepted data; :memory: keeps none', ':memory:')
            ->addOption('tenant', null, $value, 'Tenant id', TenantSettings::DEFAULT_ID)
            ->addOption('org', null, $value, 'IMS organization id', TenantSettings::DEFAULT_ORG)
            ->addOption('client-id', null, $value, 'Client id', TenantSettings::DEFAULT_CLIENT_ID)
            ->addOption('client-secret', null, $value, sprintf(
                'Client secret; else the environment variable %s, else %s',
                SettingsReader::SECRET_VARIABLE,
                TenantSettings::DEFAULT_CLIENT_SECRET,
            ))
            ->addOption(
                'token-ttl',
                null,
                $value,
                'Lifetime of a token in seconds',
                (string) TenantSettings::DEFAULT_TOKEN_TTL,
            )
            ->addOption('requests-per-second', null, $value, 'Requests per second; 0: no limit', '0')
            ->addOption('products-per-minute', null, $value, 'Products per minute; 0: no limit', '0')
            ->addOption('prices-per-minute', null, $value, 'Prices per minute; 0: no limit', '0')
            ->addOption(
                'max-body-bytes',
                null,
                $value,
                'Largest body, as sent and decompressed',
                (string) ServerSettings::DEFAULT_MAX_BODY_BYTES,
            )
            ->addOption(
                'idle-timeout',
                null,
                $value,
                'Seconds after which an idle connection is closed',
                (string) ServerSettings::DEFAULT_IDLE_TIMEOUT,
            )
            ->addOption('strict-prices', null, InputOption::VALUE_NONE, 'Apply the price rules of the API\'s prose too')
            ->addOption('indexing-delay', null, $value, 'Seconds until products and prices are shown, e.g. 2-90', '0')
            ->addOption(
                'datastream',
                null,
                $value | InputOption::VALUE_IS_ARRAY,
                'ID or ID:disabled; without this option every id is a datastream',
            )
            ->addOption('authenticated-edge', null, InputOption::VALUE_NONE, 'Accept events only with a token')
            ->addOption('collect-units-per-second', null, $value, 'Request units of collect; 0: no limit', '0')
            ->addOption('interact-units-per-second', null, $value, 'Request units of interact; 0: no limit', '0')
            ->addOption(
                'assets-api-key',
                null,
                $value,
                'Public API key of the asset service',
                RegistrySettings::DEFAULT_API_KEY,
            )
            ->addOption(
                'assets-environment',
                null,
                $value,
                'Environment id of the asset service',
                RegistrySettings::DEFAULT_ENVIRONMENT,
            )
            ->addOption('assets-public-key', null, $value, 'PEM file to verify tokens with (default: signatures are not checked)')
            ->addOption('assets-dialect', null, $value, 'Shape of registrations: nested or flat', 'nested')
            ->addOption('assets-errors', null, $value, 'Shape of the gateway\'s errors: documented, flat or nested', 'documented')
            ->addOption('products', null, $value, 'Products in Commerce: any, or a file with one SKU per line', 'any')
            ->addOption(
                'commerce-consumer-key',
                null,
                $value,
                'Consumer key of the integration',
                CommerceKeys::CONSUMER_KEY,
            )
            ->addOption('commerce-consumer-secret', null, $value, 'Its consumer secret', CommerceKeys::CONSUMER_SECRET)
            ->addOption('commerce-access-token', null, $value, 'Its access token', CommerceKeys::ACCESS_TOKEN)
            ->addOption(
                'commerce-access-token-secret',
                null,
                $value,
                'Its token secret',
                CommerceKeys::ACCESS_TOKEN_SECRET,
            )
            ->addOption(
                'assets-version',
                null,
                $value,
                'Version of the Assets extension in Commerce; "": unknown',
                AssetsSettings::DEFAULT_VERSION,
            )
            ->addOption('without-sync-asset', null, InputOption::VALUE_NONE, 'Act as a Commerce without sync-asset')
            ->addOption(
                'fault',
                null,
                $value | InputOption::VALUE_IS_ARRAY,
                'A fault to simulate: JSON as for POST /api/faults',
            )
            ->addOption('seed', null, $value, 'Seed of the faults\' probabilities', '1')
            ->addOption('log', null, $value, 'File to log one line per request to')
            ->addOption('stop-on-eof', null, InputOption::VALUE_NONE, 'Stop when standard input is closed')
            ->addOption('json', null, InputOption::VALUE_NONE, 'Print only one line of JSON, when ready');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        // A limit that the user lifted stays lifted.
        if (ini_get('memory_limit') !== '-1') {
            ini_set('memory_limit', self::MEMORY_LIMIT);
        }

        $errors = $output instanceof ConsoleOutputInterface ? $output->getErrorOutput() : $output;
        $loop = new StreamSelectLoop();

        try {
            self::checkDataFile((string) $input->getOption('data'));
            $settings = (new SettingsReader($input))->read();
            $sandbox = Sandbox::start($settings, self::log($input, $errors), $loop);
        } catch (InvalidSetting | ListenFailure | InvalidFault $failure) {
            return self::fail($errors, $failure->getMessage());
        } catch (\PDOException $failure) {
            return self::fail($errors, "The data file cannot be used: {$failure->getMessage()}.");
        }

        self::stopOnSignals($loop, $sandbox);

        if ($input->getOption('stop-on-eof')) {
            self::stopOnEndOfInput($loop, $sandbox);
        }

        self::announce($input, $output, $sandbox);
        $loop->run();

        return self::SUCCESS;
    }

    private static function announce(InputInterface $input, OutputInterface $output, Sandbox $sandbox): void
    {
        $settings = $sandbox->settings;

        if ($input->getOption('json')) {
            $output->writeln(Json::encode([
                'url' => $sandbox->url,
                'imsUrl' => $sandbox->imsUrl(),
                'ccmUrl' => $sandbox->ccmUrl(),
                'ingestionUrl' => $sandbox->ingestionUrl(),
                'graphqlUrl' => $sandbox->graphqlUrl(),
                'edgeUrl' => $sandbox->url,
                'assetsUrl' => $sandbox->assetsUrl(),
                'commerceUrl' => $sandbox->url,
                'matcherUrl' => $sandbox->matcherUrl(),
                'matcherImsUrl' => $sandbox->matcherImsUrl(),
                'tenantId' => $settings->tenant->id,
                'orgId' => $settings->tenant->orgId,
                'clientId' => $settings->tenant->clientId,
                'pid' => getmypid(),
            ]), OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET);

            return;
        }

        $output->writeln(array_map(Text::visible(...), [
            "The sandbox is listening. Open {$sandbox->url}/ to see what it holds.",
            '',
            "  IMS token      {$sandbox->imsUrl()}",
            "  tenant lookup  {$sandbox->ccmUrl()}",
            "  ingestion      {$sandbox->ingestionUrl()}",
            "  storefront     {$sandbox->graphqlUrl()}",
            "  edge network   {$sandbox->url}",
            "  asset service  {$sandbox->assetsUrl()}",
            "  Commerce       {$sandbox->url}",
            "  asset matcher  {$sandbox->matcherUrl()}",
            "  tenant         {$settings->tenant->id}",
            "  organization   {$settings->tenant->orgId}",
            "  client id      {$settings->tenant->clientId}",
            '',
            'Connect to it:',
            '',
            '  ' . self::initLine($input, $sandbox),
            '',
            'Stop it with Ctrl+C.',
        ]), OutputInterface::OUTPUT_RAW);
    }

    /** A secret of one's own is not printed. */
    private static function initLine(InputInterface $input, Sandbox $sandbox): string
    {
        $tenant = $sandbox->settings->tenant;
        $secret = match (true) {
            $tenant->clientSecret === TenantSettings::DEFAULT_CLIENT_SECRET => $tenant->clientSecret,
            $input->getOption('client-secret') === null => '"$' . SettingsReader::SECRET_VARIABLE . '"',
            default => "'your client secret'",
        };

        $options = [
            'org-id' => $tenant->orgId,
            'tenant-id' => $tenant->id,
            'client-id' => $tenant->clientId,
            'ims-url' => $sandbox->imsUrl(),
            'ccm-url' => $sandbox->ccmUrl(),
        ];
        $line = "ACO_CLIENT_SECRET=$secret bin/aco config:init";

        foreach ($options as $name => $value) {
            $line .= " --$name=" . (preg_match('~^[\w@:/.\[\]-]+$~D', $value) === 1 ? $value : escapeshellarg($value));
        }

        return $line;
    }

    /** SQLite follows links, and writes to what it finds beside the file. */
    private static function checkDataFile(string $file): void
    {
        foreach (['', '-wal', '-shm', '-journal'] as $suffix) {
            if ($file !== ':memory:' && OwnFile::isForeign($file . $suffix)) {
                throw new InvalidSetting("--data: $file$suffix belongs to another user; name another file.");
            }
        }
    }

    private static function log(InputInterface $input, OutputInterface $errors): RequestLog
    {
        $writers = [];
        $file = $input->getOption('log');
        if ($file !== null) {
            if (OwnFile::isForeign($file)) {
                throw new InvalidSetting('--log: the file belongs to another user; name another one.');
            }

            $stream = @fopen($file, 'ab') ?: throw new InvalidSetting('--log: the file cannot be written.');
            $writers[] = static function (string $line) use ($stream): void {
                @fwrite($stream, "$line\n");
            };
        }

        // Whoever reads JSON from a pipe may not read the other pipe, and a full pipe would stop the server.
        if (!$input->getOption('json') && !$errors->isQuiet()) {
            $writers[] = static function (string $line) use ($errors): void {
                $errors->writeln($line, OutputInterface::OUTPUT_RAW);
            };
        }

        return new RequestLog($writers);
    }

    private static function fail(OutputInterface $errors, string $message): int
    {
        $errors->writeln(Text::visible($message), OutputInterface::OUTPUT_RAW | OutputInterface::VERBOSITY_QUIET);

        return self::INVALID;
    }

    private static function stopOnSignals(LoopInterface $loop, Sandbox $sandbox): void
    {
        if (!function_exists('pcntl_signal')) {
            return;
        }
        // A signal may arrive in the middle of any callback: the stop has to wait until that one is done.
        $stop = static fn () => $loop->futureTick($sandbox->stop(...));
        $loop->addSignal(SIGTERM, $stop);
        $loop->addSignal(SIGINT, $stop);
    }

    private static function stopOnEndOfInput(LoopInterface $loop, Sandbox $sandbox): void
    {
        stream_set_blocking(STDIN, false);
        $loop->addReadStream(STDIN, static function () use ($loop, $sandbox): void {
            if ((string) fread(STDIN, 4096) === '' && feof(STDIN)) {
                $loop->removeReadStream(STDIN);
                $sandbox->stop();
            }
        });
    }
}
