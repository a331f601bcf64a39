<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Access\TokenStore;
use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Settings;

/** Finds which of the services around assets a request is for. */
final class AssetsServices
{
    private RegistryEndpoint $registry;
    private ExternalMediaEndpoint $media;
    private MatcherEndpoint $matcher;
    private JournalEndpoint $journal;
    private EventSigner $signer;
    private SearchEndpoint $search;

    public function __construct(
        Settings $settings,
        string $baseUrl,
        TokenStore $tokens,
        AssetsStore $store,
        JournalStore $journal,
        Library $library,
        Statistics $statistics,
    ) {
        $this->registry = new RegistryEndpoint($settings->assets, $baseUrl, $store, $statistics);
        $this->media = new ExternalMediaEndpoint(
            $settings,
            new OAuthCheck($settings->assets->keys, $baseUrl),
            new TokenCheck($tokens),
            $store,
            $statistics,
        );
        $this->matcher = new MatcherEndpoint($settings, $store);
        $this->journal = new JournalEndpoint($settings, new TokenCheck($tokens), $journal);
        $this->signer = new EventSigner();
        $this->search = new SearchEndpoint($settings, new TokenCheck($tokens), $library);
    }

    /** What the statistics call the request, null when it is for another service. */
    public static function name(Request $request): ?string
    {
        return match (true) {
            $request->path === RegistryEndpoint::PATH, $request->path === JournalEndpoint::PATH,
            $request->path === SearchEndpoint::PATH,
            MatcherEndpoint::matches($request) => $request->path,
            EventSigner::matches($request) => '/prod/keys',
            default => ExternalMediaEndpoint::name($request),
        };
    }

    public function handle(Request $request, ?Fault $fault): Response
    {
        return match (true) {
            $request->path === RegistryEndpoint::PATH => $this->registry->handle($request, $fault),
            MatcherEndpoint::matches($request) => $this->matcher->handle($request),
            $request->path === JournalEndpoint::PATH => $this->journal->handle($request),
            $request->path === SearchEndpoint::PATH => $this->search->handle($request),
            EventSigner::matches($request) => $this->signer->handle($request),
            default => $this->media->handle($request, $fault),
        };
    }

    public function setRetryAfter(int $seconds): void
    {
        $this->journal->retryAfter = $seconds;
    }

    /** @return array<string, string> headers that a webhook gets with this body */
    public function sign(string $body): array
    {
        return $this->signer->headers($body);
    }

    /** Tokens of the matcher are its own. */
    public function expireTokens(): void
    {
        $this->matcher->expireTokens();
    }
}
