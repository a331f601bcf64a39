<?php

declare(strict_types=1);

namespace Aco\Bench\Sending;

use Aco\Bench\Nginx;
use Aco\Bench\PairedRuns;
use Aco\Bench\Process;
use Aco\Bench\Side;
use Aco\Bench\TemporaryFolder;
use Aco\Feed;

/**
 * Lets both sides send the same products in turns and keeps the medians.
 */
final class Comparison
{
    /** By figure: what it is, and how many of its unit make one of what is shown. */
    public const ROWS = [
        'cpu' => ['CPU seconds', 1],
        'wall' => ['wall seconds', 1],
        'bodyBytes' => ['bodies, MB', 1_000_000],
        'wireBytes' => ['requests, MB', 1_000_000],
        'rssGrowthKb' => ['peak memory growth, MB', 1024],
        'phpGrowthKb' => ['of it PHP\'s own, MB', 1024],
        'rssPeakKb' => ['peak of the process, MB', 1024],
    ];

    /**
     * @param array{file: string, products: int, concurrency: int, level: int} $settings
     */
    public function __construct(
        private readonly Nginx $nginx,
        private readonly TemporaryFolder $folder,
        private readonly array $settings,
    ) {
    }

    /**
     * @return array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int}> by
     *        figure, see Pairs::summary()
     */
    public function run(int $rounds): array
    {
        return PairedRuns::measure(array_keys(self::ROWS), $rounds, $this->send(...));
    }

    /**
     * What one request of libcurl takes, with TLS and HTTP/2, which both sides need: the reference asks for its token
     * and sends nothing.
     */
    public function requestKb(): int
    {
        return $this->figures(Side::Reference, 0)['rssGrowthKb'];
    }

    /**
     * @return array<string, mixed>
     */
    private function figures(Side $side, int $products): array
    {
        $this->nginx->requests('');

        return Process::php(dirname(__DIR__, 2) . '/workers/sending.php', [
            'side' => $side->value,
            'url' => $this->nginx->url,
            'caFile' => $this->nginx->caFile,
            'products' => $products,
        ] + $this->settings, $this->folder->folder('state'))->result();
    }

    /**
     * @return array<string, int|float>
     */
    private function send(Side $side): array
    {
        $figures = $this->figures($side, $this->settings['products']);
        $arrived = $this->nginx->requests(Feed::Products->path());
        $this->check($side, $figures, $arrived);

        return array_intersect_key($figures + ['wireBytes' => $arrived['bytes']], self::ROWS);
    }

    /**
     * Figures of a side that left something out are worth nothing.
     *
     * @param array<string, mixed> $figures
     * @param array{requests: int, bytes: int, protocols: list<string>} $arrived
     */
    private function check(Side $side, array $figures, array $arrived): void
    {
        $products = $this->settings['products'];
        if ($figures['accepted'] !== $products || $figures['problem'] !== '') {
            throw new \RuntimeException("$side->value: $figures[accepted] of $products products were delivered. $figures[problem]");
        }
        if ($arrived['requests'] !== intdiv($products, 100)) {
            throw new \RuntimeException("$side->value: nginx saw $arrived[requests] requests for $products products");
        }
        if ($arrived['protocols'] !== ['HTTP/2.0, gzip']) {
            throw new \RuntimeException("$side->value: requests are not HTTP/2 with gzip: " . implode('; ', $arrived['protocols']));
        }
    }
}
