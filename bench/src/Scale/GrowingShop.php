<?php

declare(strict_types=1);

namespace Aco\Bench\Scale;

use Aco\Bench\CannotRun;
use Aco\Bench\Nginx;
use Aco\Bench\SyncedShop;
use Aco\Bench\TemporaryFolder;

/** Prices of a shop in a file, a service that accepts all of them, and tables of its own. */
final class GrowingShop
{
    private const ROOT = __DIR__ . '/../../..';
    private const PHP = __DIR__ . '/../../php.sh';
    private const REFERENCE = __DIR__ . '/../../reference-sync.php';
    /** A shop's server keeps the indexes of its tables in memory. */
    private const SERVER_OPTIONS = ['--innodb-buffer-pool-size=4G', '--innodb-log-file-size=512M'];

    private readonly TemporaryFolder $folder;
    private readonly Nginx $service;
    private readonly ?\MariaDb $server;
    /** @var array<string, string> */
    private readonly array $environment;
    private readonly string $file;

    public function __construct(int $prices, bool $isMariaDb, bool $isArray)
    {
        if (!is_file(self::ROOT . '/cli/vendor/autoload.php')) {
            throw new CannotRun("The command's libraries are missing: composer install -d cli");
        }

        $this->folder = new TemporaryFolder();
        $this->file = "{$this->folder->path}/prices." . ($isArray ? 'json' : 'jsonl');
        self::write($this->file, $prices, $isArray);
        $this->service = new Nginx(new TemporaryFolder());
        $this->server = $isMariaDb ? self::mariaDb() : null;
        $this->environment = ['ACO_STATE_DIR' => "{$this->folder->path}/state", 'ACO_CLIENT_SECRET' => 'bench']
            + ($this->server?->database() ?? []) + SyncedShop::environment();
        $this->aco([
            'config:init', '--org-id=0123456789ABCDEF01234567@AdobeOrg', '--tenant-id=bench', '--client-id=bench',
            "--ingestion-url={$this->service->url}", "--ims-url={$this->service->url}",
            "--ca-file={$this->service->caFile}", '--requests-per-second=0', '--products-per-minute=0',
            '--prices-per-minute=0',
        ]);
    }

    /** The sync in which all prices are new. */
    public function first(): Run
    {
        $run = $this->aco(['sync', '--feed=prices', $this->file]);
        self::expect($run, 'accepted');

        return $run;
    }

    /**
     * Syncs in which nothing has changed, in turns with the same in PHP.
     *
     * @return list<array{ours: Run, reference: Run}>
     */
    public function unchanged(int $rounds): array
    {
        $pairs = [];
        for ($round = 0; $round < $rounds; $round++) {
            $ours = $this->aco(['sync', '--feed=prices', $this->file]);
            self::expect($ours, 'unchanged');
            $reference = $this->run([self::PHP, self::REFERENCE, 'prices', $this->file]);
            self::expect($reference, 'unchanged');
            $pairs[] = ['ours' => $ours, 'reference' => $reference];
        }

        return $pairs;
    }

    /** @param list<string> $arguments */
    private function aco(array $arguments): Run
    {
        return $this->run([self::ROOT . '/bin/aco', ...$arguments, '--json']);
    }

    /** @param list<string> $command */
    private function run(array $command): Run
    {
        return Run::of($command, $this->environment);
    }

    private static function expect(Run $run, string $counter): void
    {
        $counters = $run->document['feeds']['prices'];
        if ($counters[$counter] !== $counters['read']) {
            throw new \RuntimeException("Not all prices are $counter: " . json_encode($counters));
        }
    }

    private static function mariaDb(): \MariaDb
    {
        require_once self::ROOT . '/tests/cli/mariadb.inc';
        $reason = \MariaDb::skipReason();
        if ($reason !== '') {
            throw new CannotRun(substr($reason, strlen('skip ')));
        }

        $server = new \MariaDb();
        $server->stop();
        $server->start(self::SERVER_OPTIONS);

        return $server;
    }

    private static function write(string $file, int $prices, bool $isArray): void
    {
        $handle = fopen($file, 'wb') ?: throw new \RuntimeException("$file cannot be written");

        for ($i = 0; $i < $prices; $i++) {
            $line = json_encode([
                'productId' => 1 + intdiv($i, 4),
                'sku' => sprintf('SKU-%07d', intdiv($i, 4)),
                'type' => 'SIMPLE',
                'customerGroupCode' => '0',
                'websiteCode' => 'site_' . $i % 4,
                'regular' => 10 + $i % 100 / 4,
                'discounts' => null,
                'deleted' => false,
                'modifiedAt' => '2026-01-15 10:00:00',
            ]);
            fwrite($handle, $isArray ? ($i === 0 ? '[' : ',') . $line : "$line\n");
        }

        fwrite($handle, $isArray ? ']' : '');
        fclose($handle);
    }
}
