<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\Setting;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\Limits;

/** Makes the client of the Edge Network from stored settings. */
final class EdgeFactory
{
    /** With the credentials of config:init when there are any. */
    public static function client(ExperienceConfig $experience, ConfigStore $config, ?\Closure $logger): EdgeClient
    {
        $values = $config->values();
        $secret = isset($values[Setting::CLIENT_ID]) ? $config->clientSecret() : null;
        $options = array_filter([
            'url' => $experience->text(ExperienceConfig::EDGE_URL),
            'imsUrl' => $values[Setting::IMS_URL] ?? '',
            'caFile' => $values[Setting::CA_FILE] ?? '',
            'proxy' => $values[Setting::PROXY] ?? '',
        ], static fn (string $value): bool => $value !== '');
        if ($secret !== null) {
            $options += ['clientId' => $values[Setting::CLIENT_ID], 'clientSecret' => $secret];
        }
        $limits = ['requestsPerSecond' => $experience->requestsPerSecond()];
        if (isset($values[Setting::CONCURRENCY])) {
            $limits['concurrency'] = (int) $values[Setting::CONCURRENCY];
        }
        $organization = $experience->text(ExperienceConfig::ORGANIZATION_ID);
        if ($organization === '') {
            throw new CommandFailure('The organization ID is not set: experience:config --organization-id=…');
        }
        try {
            return new EdgeClient(new EdgeConnection($organization, ...$options), new Limits(...$limits), $logger);
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(rtrim($e->getMessage(), '.') . ': see experience:config and config:show.', previous: $e);
        }
    }
}
