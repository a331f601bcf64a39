<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;

/** Makes the client of the Edge Network from stored settings. */
final class EdgeFactory
{
    /** Hosts that ask for no credentials, and that do. */
    public const OPEN_URL = 'https://edge.adobedc.net';
    public const AUTHENTICATED_URL = 'https://server.adobedc.net';

    /** With the credentials of config:init when there are any. */
    public static function client(ExperienceConfig $experience, ConfigStore $config, ?\Closure $logger): EdgeClient
    {
        $values = $config->values();
        $secret = isset($values[Setting::CLIENT_ID]) ? $config->clientSecret() : null;
        $url = $experience->text(ExperienceConfig::EDGE_URL);
        $options = array_filter([
            'orgId' => $experience->text(ExperienceConfig::ORGANIZATION_ID),
            'imsUrl' => $values[Setting::IMS_URL] ?? null,
            'caFile' => $values[Setting::CA_FILE] ?? null,
            'proxy' => $values[Setting::PROXY] ?? null,
        ], static fn (?string $value): bool => $value !== null && $value !== '');
        $credentials = $secret === null ? [] : ['clientId' => $values[Setting::CLIENT_ID], 'clientSecret' => $secret];
        try {
            return new EdgeClient(
                new EdgeConnection(
                    ...$options,
                    ...$credentials,
                    url: $url !== '' ? $url : ($secret === null ? self::OPEN_URL : self::AUTHENTICATED_URL),
                ),
                ConnectionFactory::limits(array_diff_key($values, [Setting::REQUESTS_PER_SECOND => true])),
                $logger,
            );
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(rtrim($e->getMessage(), '.') . '.', previous: $e);
        }
    }
}
