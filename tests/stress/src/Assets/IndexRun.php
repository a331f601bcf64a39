<?php

declare(strict_types=1);

namespace Aco\Stress\Assets;

use Aco\Assets\SkuMatcher;
use Aco\Cli\Assets\AssetEvent;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\AssetProperties;
use Aco\Cli\Assets\AssetSettlement;
use Aco\Cli\Assets\ChangeDelivery;
use Aco\Cli\Assets\ChangeQueue;
use Aco\Cli\Assets\Unit;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Dsn;

/**
 * Takes in a file of events from its start and writes what follows from them to a FileSink, as often as it takes.
 */
final class IndexRun
{
    private const TRANSACTION = 200;
    private const EVENTS_BETWEEN_WRITES = 2000;
    private const MAX_TRIES = 200;

    public function __construct(
        private readonly string $dsn,
        private readonly string $sink,
        private readonly Unit $unit,
        private readonly bool $stepwise,
        private readonly float $faults,
    ) {
    }

    /** @return array<string, int> counts of events and changes */
    public function run(string $file): array
    {
        $database = Database::open(Dsn::dialect(
            $this->dsn,
            static fn (string $path): string => $path,
            (string) getenv('ACO_DB_USER'),
            (string) getenv('ACO_DB_PASSWORD'),
        ));
        $index = new AssetIndex($database, new SkuMatcher(), $this->unit);
        $properties = new AssetProperties('commerce:skus');
        $sink = new FileSink($this->sink, $this->stepwise, $this->faults);
        $delivery = new ChangeDelivery(
            new ChangeQueue($database, $this->unit, false),
            $sink,
            $this->unit,
            new AssetSettlement($database),
        );
        $counts = ['events' => 0, 'applied' => 0, 'stale' => 0, 'reassigned' => 0, 'delivered' => 0, 'toRetry' => 0];
        $batch = [];
        $lines = fopen($file, 'r');

        do {
            $line = fgets($lines);
            if ($line !== false) {
                $batch[] = AssetEvent::of(json_decode($line, true), $properties, microtime(true));
                $counts['events']++;
            }

            if (count($batch) === self::TRANSACTION || ($line === false && $batch !== [])) {
                $result = $index->apply($batch, microtime(true));
                $counts['applied'] += $result->applied;
                $counts['stale'] += $result->stale;
                $counts['reassigned'] += $result->reassigned;
                $batch = [];

                if ($counts['events'] % self::EVENTS_BETWEEN_WRITES === 0) {
                    $this->deliver($delivery, $counts);
                }
            }
        } while ($line !== false);
        for ($try = 0; $try < self::MAX_TRIES && $this->deliver($delivery, $counts) > 0; $try++);

        return $counts + ['writes' => $sink->writes, 'peakMiB' => memory_get_peak_usage() >> 20];
    }

    /**
     * @param array<string, int> $counts
     * @return int how many have to be tried again
     */
    private function deliver(ChangeDelivery $delivery, array &$counts): int
    {
        $result = $delivery->run();
        $counts['delivered'] += $result->delivered;
        $counts['toRetry'] += $result->toRetry;

        return $result->toRetry;
    }
}
