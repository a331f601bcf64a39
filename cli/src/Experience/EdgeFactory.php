<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Cli\Config\SharedQuota;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\ImsCredentials;
use Aco\Limits;

/** Creates the client of the Edge Network from stored settings. */
final class EdgeFactory
{
    /** With the credentials of config:init when there are any. */
    public static function client(ExperienceConfig $experience, ConfigStore $config, ?\Closure $logger): EdgeClient
    {
        $values = $config->values();
        $secret = isset($values[Setting::CLIENT_ID]) ? $config->clientSecret() : null;
        $url = $experience->text(ExperienceConfig::EDGE_URL);
        $limits = ['requestsPerSecond' => $experience->requestsPerSecond()];

        if (isset($values[Setting::CONCURRENCY])) {
            $limits['concurrency'] = (int) $values[Setting::CONCURRENCY];
        }

        $organization = $experience->text(ExperienceConfig::ORGANIZATION_ID);
        if ($organization === '') {
            throw new CommandFailure('The organization ID is not set: run experience:config --org-id=…');
        }

        try {
            return new EdgeClient(new EdgeConnection(
                $secret === null ? null : self::credentials($values, $secret, $organization),
                $url === '' ? null : $url,
                transport: ConnectionFactory::transport($values),
            ), new Limits(...$limits, ...SharedQuota::options($values)), $logger);
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(
                rtrim($e->getMessage(), '.') . ': check experience:config and config:show.',
                previous: $e,
            );
        }
    }

    /** @param array<string, string> $values */
    private static function credentials(
        array $values,
        #[\SensitiveParameter] string $secret,
        string $organization,
    ): ImsCredentials {
        return new ImsCredentials(
            $values[Setting::CLIENT_ID],
            $secret,
            ...(isset($values[Setting::IMS_URL]) ? ['imsUrl' => $values[Setting::IMS_URL]] : []),
            orgId: $organization,
        );
    }
}
