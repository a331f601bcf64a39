<?php

declare(strict_types=1);

namespace Aco\Stress\Assets;

use Aco\Bench\Assets\Events;
use Aco\Bench\Process;

/**
 * Events, the process that works them off and is killed now and then, and the model of what has to be there in the end.
 */
final class Soak
{
    private const MAX_DIFFERENCES_SHOWN = 3;

    /** @var list<array<string, mixed>> */
    private readonly array $events;
    private readonly string $sink;
    /** Kills that hit a process which was not done yet. */
    public int $hits = 0;

    /** @param array<string, mixed> $options unit, stepwise, faults and dsn of the worker */
    public function __construct(Events $events, private readonly string $folder, private readonly array $options)
    {
        $this->events = $events->all();
        $this->sink = "$folder/sink.sqlite";
        $lines = array_map(
            static fn (array $event): string => json_encode($event, JSON_THROW_ON_ERROR) . "\n",
            $this->events,
        );
        file_put_contents("$folder/events.jsonl", $lines);
    }

    /**
     * Kills as often as asked, each time after the process has got a bit further than the last one, then lets it end.
     *
     * @param float $seconds that one takes which is not killed
     * @return array<string, int> what the last process has counted
     */
    public function run(int $kills, float $seconds): array
    {
        for ($kill = 0; $kill < $kills; $kill++) {
            $process = $this->start();
            // What was taken in before goes five times as fast.
            usleep((int) (1e6 * $seconds * ($kill / $kills / 5 + mt_rand() / mt_getrandmax() / 20)));
            $this->hits += $process->isRunning() ? 1 : 0;
            $process->kill();
        }

        return $this->start()->result();
    }

    /** @return list<string> what the sink holds and should not, or the other way round */
    public function differences(): array
    {
        $wanted = Model::media($this->events);
        $present = (new FileSink($this->sink))->media();
        $differences = [];
        foreach (array_keys($wanted + $present) as $sku) {
            if (json_encode($wanted[$sku] ?? null) !== json_encode($present[$sku] ?? null)) {
                $differences[] = "$sku\n  wanted  " . json_encode($wanted[$sku] ?? null) . "\n  present "
                    . json_encode($present[$sku] ?? null);
            }
        }

        return array_slice($differences, 0, self::MAX_DIFFERENCES_SHOWN);
    }

    public function products(): int
    {
        return count((new FileSink($this->sink))->media());
    }

    private function start(): Process
    {
        $process = Process::php(dirname(__DIR__, 2) . '/workers/assets.php', [
            'events' => "{$this->folder}/events.jsonl", 'sink' => $this->sink,
        ] + $this->options);
        // It says so when it begins: what it takes to start is not to be killed.
        $process->readLine();

        return $process;
    }
}
