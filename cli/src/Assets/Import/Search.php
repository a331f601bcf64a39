<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Exception\AcoException;
use Aco\ServiceReader;

/** The search of Dynamic Media with OpenAPI, which finds approved assets only. */
final class Search
{
    private const MAX_DEPTH = 512;
    private const MAX_CURSOR = 4096;
    /** In the message of ServiceReader. */
    private const TOO_LARGE = 'aco.max_response_bytes';

    /** @var array<string, true> hashes of the cursors that were asked with since the first page */
    private array $asked = [];

    /** @param list<string> $headers */
    private function __construct(
        private readonly ServiceReader $reader,
        public readonly string $url,
        private readonly array $headers,
        private readonly mixed $query,
        /** Assets at once; less when a response was too large. */
        private int $limit,
    ) {
    }

    public static function of(AssetConfig $config): self
    {
        $url = $config->value(AssetSetting::SEARCH_URL) ?? sprintf(
            'https://delivery-p%s-e%s.adobeaemcloud.com',
            $config->required(AssetSetting::PROGRAM_ID),
            $config->required(AssetSetting::ENVIRONMENT_ID),
        );
        $credentials = $config->eventsCredentials($config->value(AssetSetting::SEARCH_SCOPE));
        $key = $config->value(AssetSetting::SEARCH_API_KEY) ?? $credentials->clientId;
        $query = $config->value(AssetSetting::SEARCH_QUERY) ?? AssetSetting::DEFAULT_SEARCH_QUERY;

        return new self(
            new ServiceReader($credentials, $config->transport()),
            rtrim($url, '/') . AssetSetting::SEARCH_PATH,
            ["X-Api-Key: $key", 'X-Adobe-Accept-Experimental: 1'],
            json_decode($query, false, 64, JSON_THROW_ON_ERROR),
            (int) ($config->value(AssetSetting::SEARCH_LIMIT) ?? AssetSetting::DEFAULT_LIMIT),
        );
    }

    /**
     * @param string $cursor "": the first page
     * @throws CursorRefused
     * @throws CommandFailure says what the search answers instead of a page
     */
    public function page(string $cursor): SearchPage
    {
        $response = $this->response($cursor);

        if ($response['status'] !== 200) {
            throw self::refusal($response['status'], $response['message'], $cursor !== '');
        }

        $page = self::read($response['body']);
        $this->asked = $cursor === '' ? [] : $this->asked;
        $this->asked[self::hash($cursor)] = true;

        $isNew = $page->cursor === '' || !isset($this->asked[self::hash($page->cursor)]);

        return $isNew ? $page : throw new CommandFailure(
            'The search of AEM answers with the same cursor again: report it to Adobe.',
            ExitCode::NOTHING_DELIVERED,
        );
    }

    /**
     * @return array{status: int, body: string, links: string, retryAfterMs: ?int, requestId: string, message: string}
     */
    private function response(string $cursor): array
    {
        for (;;) {
            try {
                return $this->reader->request($this->url, $this->headers, json_encode(
                    ['query' => $this->query, 'limit' => $this->limit] + ($cursor === '' ? [] : ['cursor' => $cursor]),
                    JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE,
                ));
            } catch (AcoException $e) {
                if ($this->limit === 1 || !str_contains($e->getMessage(), self::TOO_LARGE)) {
                    throw new CommandFailure(
                        'The assets of AEM cannot be searched: ' . rtrim($e->getMessage(), '.') . '.',
                        ExitCode::NOTHING_DELIVERED,
                        $e,
                    );
                }

                $this->limit = intdiv($this->limit + 1, 2);
            }
        }
    }

    private static function hash(string $cursor): string
    {
        return hash('sha256', $cursor, true);
    }

    private static function read(string $body): SearchPage
    {
        $content = json_decode($body, true, self::MAX_DEPTH);
        $hits = is_array($content) ? $content['hits']['results'] ?? null : null;
        $cursor = is_array($content) ? $content['cursor'] ?? '' : null;

        if (!is_array($hits) || !array_is_list($hits) || !is_string($cursor) || strlen($cursor) > self::MAX_CURSOR) {
            throw new CommandFailure(
                'The search of AEM answers with something else than hits.results and a cursor: check --search-url.',
                ExitCode::NOTHING_DELIVERED,
            );
        }

        $assets = [];

        foreach ($hits as $hit) {
            $assets[] = is_array($hit) ? ['assetId' => $hit['assetId'] ?? $hit['id'] ?? null] + array_intersect_key(
                $hit,
                ['assetMetadata' => 1, 'repositoryMetadata' => 1],
            ) : [];
        }

        // An empty page has no successor, whatever its cursor says.
        return new SearchPage($assets, $assets === [] ? '' : $cursor);
    }

    private static function refusal(int $status, string $message, bool $hasCursor): CommandFailure
    {
        $text = $message === '' ? '' : " ($message)";

        return match (true) {
            $status === 400 && $hasCursor => new CursorRefused("The search of AEM refuses the cursor: HTTP 400$text."),
            in_array($status, [401, 403], true) => new CommandFailure(
                "The search of AEM refuses the credentials: HTTP $status$text. Check --events-client-id, "
                . '--search-api-key and --search-scope, and that the project may use the AEM assets of the environment.',
                ExitCode::NOTHING_DELIVERED,
            ),
            $status === 404 => new CommandFailure(
                'There is no search of AEM at this address: HTTP 404. Check --program-id, --environment-id and '
                . '--search-url, and that Dynamic Media with OpenAPI is on.',
            ),
            default => new CommandFailure(
                "The search of AEM answers HTTP $status$text: run assets:import again, and it goes on from here.",
                ExitCode::NOTHING_DELIVERED,
            ),
        };
    }
}
