<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Exception\ApiException;
use Aco\Exception\AuthenticationException;
use Aco\Exception\TransportException;

/** Token and service: what only the network can tell. */
final class ServiceCheck
{
    /** Certificates and tokens have their times in seconds. */
    private const SKEW = 60;
    private const LARGE_SKEW = 600;

    /** @param array<string, string> $values the stored settings */
    public function __construct(
        private readonly array $values,
        #[\SensitiveParameter] private readonly string $clientSecret,
    ) {
    }

    /** @return iterable<Finding> */
    public function findings(): iterable
    {
        yield $this->token();

        $url = $this->values[Setting::INGESTION_URL] ?? '';
        $probe = Probe::head($url, $this->caFile(), $this->proxy($url));
        if ($probe->status === 0) {
            yield Finding::critical('service', "$url does not respond ({$probe->error}): check network, firewall and "
                . 'name server, and whether --proxy or --ca-file is needed.');

            return;
        }

        yield $probe->status >= 500
            ? Finding::warning('service', "$url responds with HTTP {$probe->status}: the service has a problem, wait.")
            : Finding::ok('service', "$url responds.");
        yield self::clock($probe->ahead);
    }

    private function token(): Finding
    {
        if (!isset($this->values[Setting::ORG_ID])) {
            return Finding::ok('token', 'Credentials are not checked without an organization id: config:init --org-id=…');
        }

        try {
            ConnectionFactory::discover($this->values, $this->clientSecret);

            return Finding::ok('token', 'IMS issues a token, and the Commerce Cloud Manager knows the tenant.');
        } catch (AuthenticationException $e) {
            return Finding::critical('token', ucfirst(rtrim($e->getMessage(), '.'))
                . ': run config:init with the right id and secret.');
        } catch (TransportException $e) {
            return Finding::critical('token', ucfirst(rtrim($e->getMessage(), '.'))
                . ': check the network, and whether --proxy or --ca-file is needed.');
        } catch (ApiException $e) {
            return $this->ofLookUp($e);
        }
    }

    /** A token was there; what is wrong with the look-up matters less where no address comes from it. */
    private function ofLookUp(ApiException $e): Finding
    {
        $sentence = ucfirst(rtrim($e->getMessage(), '.')) . ': compare config:show with the Commerce Cloud Manager.';

        return ($this->values[Setting::ADDRESS_FROM] ?? '') === Setting::FROM_LOOK_UP
            ? Finding::critical('token', $sentence)
            : Finding::warning('token', $sentence);
    }

    private static function clock(?int $ahead): Finding
    {
        if ($ahead === null) {
            return Finding::ok('clock', 'The service does not say what time it has.');
        }

        $sentence = sprintf(
            'The clock of this host is %s s %s that of the service: set it, best by NTP.',
            number_format(abs($ahead)),
            $ahead > 0 ? 'behind' : 'ahead of',
        );

        return match (true) {
            abs($ahead) >= self::LARGE_SKEW => Finding::critical('clock', $sentence),
            abs($ahead) >= self::SKEW => Finding::warning('clock', $sentence),
            default => Finding::ok('clock', 'The clock agrees with that of the service.'),
        };
    }

    private function caFile(): ?string
    {
        $bundle = $this->values[Setting::CA_FILE] ?? (string) ini_get('aco.ca_bundle');

        return $bundle === '' ? null : $bundle;
    }

    /** That of the settings, else what libcurl would take from the environment. */
    private function proxy(string $url): ?string
    {
        $variables = str_starts_with($url, 'https:') ? ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] : [];
        foreach (isset($this->values[Setting::PROXY]) ? [] : $variables as $name) {
            if ((string) getenv($name) !== '') {
                return (string) getenv($name);
            }
        }

        return $this->values[Setting::PROXY] ?? null;
    }
}
