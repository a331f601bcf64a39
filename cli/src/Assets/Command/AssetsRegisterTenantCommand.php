<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Assets\Dialect;
use Aco\Assets\MatchingRule;
use Aco\Assets\RegistrationException;
use Aco\Assets\RegistryConnection;
use Aco\Assets\TenantRegistry;
use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetNeeds;
use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Text;
use Aco\Cli\Workspace;
use Aco\Exception\InvalidArgumentException;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;

#[AsCommand(name: 'assets:register-tenant', description: 'Registers this store with the assets service')]
final class AssetsRegisterTenantCommand extends Command
{
    protected function perform(Console $console): int
    {
        $workspace = Workspace::fromInput($console->input);
        $config = AssetConfig::of($workspace->configStore($workspace->openExisting(), ConfigStore::ASSETS));
        $config->requireAll(AssetNeeds::ofRegistry($config));
        $log = EventLog::of($workspace, $console->output);

        try {
            $registration = (new TenantRegistry(
                self::connection($config),
                $config->value(AssetSetting::DIALECT) === 'flat' ? Dialect::Flat : Dialect::Nested,
            ))->register(
                $config->required(AssetSetting::PROJECT_ID),
                $config->environment(),
                $config->required(AssetSetting::COMMERCE_URL),
                $config->credentials(),
                self::rule($config),
                $config->isEnabled(),
            );
        } catch (RegistrationException $e) {
            $log->write('error', 'tenant.error', ['class' => $e->errorClass->name, 'message' => $e->getMessage()]);
            throw new CommandFailure(rtrim($e->getMessage(), '.') . '.', previous: $e);
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(
                'A setting of assets:config is invalid: ' . rtrim($e->getMessage(), '.') . '.',
                previous: $e,
            );
        }

        $log->write('info', $registration->alreadyRegistered ? 'tenant.exists' : 'tenant.registered', [
            'tenantId' => (string) $registration->tenantId, 'requestId' => $registration->requestId,
        ]);

        if ($console->isJson()) {
            $console->printJson([
                'exitCode' => self::SUCCESS,
                'tenantId' => $registration->tenantId,
                'alreadyRegistered' => $registration->alreadyRegistered,
                'dialect' => strtolower($registration->dialect->name),
            ]);
        } else {
            $console->output->writeln($registration->alreadyRegistered
                ? 'The store was already registered.'
                : OutputFormatter::escape(Text::visible("Registered as tenant {$registration->tenantId}.")));
        }

        return self::SUCCESS;
    }

    private static function connection(AssetConfig $config): RegistryConnection
    {
        $url = $config->value(AssetSetting::REGISTRY_URL);

        return new RegistryConnection(
            $config->required(AssetSetting::API_KEY),
            $config->required(AssetSetting::DATA_SPACE_ID),
            $config->secret(AssetSetting::PRIVATE_KEY),
            ...($url === null ? [] : ['url' => $url]),
            transport: $config->transport(),
        );
    }

    private static function rule(AssetConfig $config): MatchingRule
    {
        return $config->isExternal()
            ? MatchingRule::external($config->matcherConnection())
            : MatchingRule::bySku($config->attribute());
    }
}
