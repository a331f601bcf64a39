<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Cli\Http\WebContext;
use Aco\Cli\Verify\StorefrontConfig;
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
        $web = new WebContext($this->values);
        $probe = Probe::head($web, $url);
        if ($probe->status === 0) {
            yield Finding::critical('service', "$url does not respond ({$probe->error}): check network, firewall and "
                . 'name server, and whether --proxy or --ca-file is needed.');

            return;
        }

        yield $probe->status >= 500
            ? Finding::warning('service', "$url responds with HTTP {$probe->status}: the service has a problem, wait.")
            : Finding::ok('service', "$url responds.");
        yield self::clock($probe->ahead);
        yield from $this->storefront($web);
    }

    /** @return iterable<Finding> */
    private function storefront(WebContext $web): iterable
    {
        try {
            $url = StorefrontConfig::of($this->values)->url;
        } catch (CommandFailure $e) {
            yield Finding::warning('storefront', "verify cannot work: {$e->getMessage()}");

            return;
        }

        $probe = Probe::head($web, $url);
        yield $probe->status === 0 || $probe->status === 404 || $probe->status >= 500
            ? Finding::warning('storefront', "$url, which verify asks, " . ($probe->status === 0
                ? "does not respond ({$probe->error})"
                : "responds with HTTP {$probe->status}") . ': check --graphql-url.')
            : Finding::ok('storefront', "$url, which verify asks, responds.");
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
}
