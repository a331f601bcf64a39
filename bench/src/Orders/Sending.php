<?php

declare(strict_types=1);

namespace Aco\Bench\Orders;

use Aco\Bench\CannotRun;
use Aco\Bench\Nginx;
use Aco\Bench\PairedRuns;
use Aco\Bench\Process;
use Aco\Bench\Side;
use Aco\Bench\TemporaryFolder;

/**
 * What it costs to make events of orders and send them to a real nginx, on both sides.
 */
final class Sending
{
    /** Orders that those sent are made of. */
    private const DISTINCT = 200;

    /** By figure: what it is, and how many of its unit make one of what is shown. */
    public const ROWS = [
        'cpu' => ['CPU seconds', 1],
        'wall' => ['wall seconds', 1],
        'wireBytes' => ['requests, MB', 1_000_000],
        'rssGrowthKb' => ['peak memory growth, MB', 1024],
        'phpGrowthKb' => ["of it PHP's own, MB", 1024],
        'rssPeakKb' => ['peak of the process, MB', 1024],
    ];

    /** @var array{events: int, bodyBytes: int}|null what every run has to send */
    private ?array $sent = null;
    private int $requests = 0;

    private function __construct(
        private readonly Nginx $nginx,
        private readonly TemporaryFolder $folder,
        private readonly string $file,
        private readonly int $orders,
        private readonly int $concurrency,
    ) {
    }

    /**
     * @param string|null $source orders.jsonl; null: orders made for it
     * @return array{events: int, bodyBytes: int, requests: int, figures: array<string, array{ours: float, reference:
     *        float, ratio: float, low: float, high: float, pairs: int}>} see ROWS; ordersPerSecond has them, too
     */
    public static function measure(?string $source, int $orders, int $rounds, int $concurrency = 4): array
    {
        if (!extension_loaded('curl')) {
            throw new CannotRun("PHP's curl is not installed; the reference sends with it");
        }

        require_once __DIR__ . '/../../../tests/experience/orders.inc';
        require_once __DIR__ . '/generate.php';
        $lines = array_slice(\order_lines($source, self::DISTINCT), 0, self::DISTINCT);
        $folder = new TemporaryFolder();
        $file = "$folder->path/orders.jsonl";
        file_put_contents($file, implode("\n", $lines) . "\n");
        $sending = new self(new Nginx($folder), $folder, $file, $orders, $concurrency);
        $figures = PairedRuns::measure(array_keys(self::ROWS), $rounds, $sending->send(...));

        // As many times more orders a second as it takes times fewer seconds.
        $rate = ['ours' => $orders / $figures['wall']['ours'], 'reference' => $orders / $figures['wall']['reference']];
        $figures['ordersPerSecond'] = $rate + $figures['wall'];

        return $sending->sent + ['requests' => $sending->requests, 'figures' => $figures];
    }

    /**
     * @return array<string, int|float>
     */
    private function send(Side $side): array
    {
        $this->nginx->requests('');
        $figures = Process::php(dirname(__DIR__, 2) . '/workers/orders-sending.php', [
            'side' => $side->value,
            'url' => $this->nginx->url,
            'caFile' => $this->nginx->caFile,
            'file' => $this->file,
            'orders' => $this->orders,
            'concurrency' => $this->concurrency,
        ], $this->folder->folder('state'))->result();
        $arrived = $this->nginx->requests('/ee/v2/collect');
        $this->check($side, $figures, $arrived);

        return $figures + ['wireBytes' => $arrived['bytes']];
    }

    /**
     * Figures of a side that left something out, or sent something else, are worth nothing.
     *
     * @param array<string, mixed> $figures
     * @param array{requests: int, bytes: int, protocols: list<string>} $arrived
     */
    private function check(Side $side, array $figures, array $arrived): void
    {
        if ($figures['problem'] !== '' || $figures['accepted'] !== $figures['events'] || $figures['events'] === 0) {
            throw new \RuntimeException("$side->value: $figures[accepted] of $figures[events] events were delivered. $figures[problem]");
        }

        $sent = ['events' => $figures['events'], 'bodyBytes' => $figures['bodyBytes']];
        $this->sent ??= $sent;
        $this->requests = $this->requests ?: $arrived['requests'];
        if ($sent !== $this->sent || $arrived['requests'] !== $this->requests) {
            throw new \RuntimeException(sprintf(
                '%s: %s in %d requests, where the run before sent %s in %d',
                $side->value,
                json_encode($sent),
                $arrived['requests'],
                json_encode($this->sent),
                $this->requests,
            ));
        }

        if ($arrived['protocols'] !== ['HTTP/2.0, -']) {
            throw new \RuntimeException("$side->value: requests are not HTTP/2 without encoding: " . implode('; ', $arrived['protocols']));
        }
    }
}
