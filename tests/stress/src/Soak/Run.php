<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

use Aco\Bench\Server;
use Aco\Client;
use Aco\Feed;
use Aco\Limits;
use Aco\Mapper;

/**
 * One run of a cron: a client of its own, and a stream a feed side by side.
 */
final class Run
{
    private const TIMEOUT_MS = 1500;

    /** Nothing that is logged may hold one of these. */
    private const SECRETS = ['bench-s3cret', 'bench-tok3n', '{"sku"'];

    private readonly Client $client;

    public function __construct(string $url, private readonly Findings $findings)
    {
        $limits = new Limits(
            requestsPerSecond: 0.0,
            productsPerMinute: 0,
            pricesPerMinute: 0,
            concurrency: mt_rand(1, 6),
            maxRequestBytes: 8192 << mt_rand(0, 2),
            retryBudgetMs: 10_000,
        );
        $this->client = new Client(Server::connection($url, null, self::TIMEOUT_MS), $limits, $this->log(...));
    }

    /**
     * @param array<string, list<Entry>> $entries by feed
     */
    public function send(array $entries): void
    {
        $watches = $streams = $mappers = [];

        foreach (array_keys($entries) as $name) {
            $feed = Feed::from($name);
            $watches[$name] = new Watch($feed, $this->findings);
            $streams[$name] = $this->client->open($feed, null, $watches[$name]->onBatch(...));
            $mappers[$name] = new Mapper($feed);
        }

        for ($i = 0, $most = max(array_map('count', $entries)); $i < $most; $i++) {
            foreach ($entries as $name => $list) {
                if (isset($list[$i])) {
                    $watches[$name]->pushing($list[$i]);
                    $asDocument = $i % 3 === 0 && $list[$i]->nature !== Nature::Unmappable;
                    $streams[$name]->push($asDocument ? $mappers[$name]->map($list[$i]->item) : $list[$i]->item);
                }
            }
        }

        foreach ($streams as $name => $stream) {
            $watches[$name]->conclude($stream->finish());
        }
    }

    /**
     * @param array<string, mixed> $context
     */
    private function log(string $level, string $message, array $context): void
    {
        $text = $message . json_encode($context, JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR);
        foreach (self::SECRETS as $secret) {
            $this->findings->unless(!str_contains(stripslashes($text), $secret), "The log holds a secret or a payload: $message");
        }
    }
}
