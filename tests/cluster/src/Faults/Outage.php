<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Cluster\Host;
use Aco\Cluster\Services\Database;
use Aco\Cluster\Services\Galera;
use Aco\Cluster\Services\RedisGroup;

/** A server of a store that dies at random moments and comes back, one at a time. */
final class Outage
{
    private const CALM_SECONDS = [1.0, 5.0];
    private const DOWN_SECONDS = [1.0, 8.0];
    /** A Sentinel that the machine kept waiting does nothing for half a minute, each time. */
    private const MOST_SECONDS = 180.0;
    private const LOOK_SECONDS = 0.25;

    private string $phase = 'calm';
    private float $at;
    private float $backAt = 0.0;
    private float $lookAt = 0.0;
    private int $server = 0;
    private ?Host $host = null;
    public int $count = 0;
    /** @var list<float> when servers died */
    public array $struckAt = [];
    /** Seconds from the death to the moment when all were back. */
    public float $longest = 0.0;

    public function __construct(private readonly RedisGroup|Database|Galera $store)
    {
        $this->at = self::clock() + self::between(self::CALM_SECONDS);
    }

    public function step(): void
    {
        $now = self::clock();

        if ($this->phase !== 'calm' && $now > $this->at + self::MOST_SECONDS) {
            throw new \RuntimeException("A server of the store does not come back; it is $this->phase");
        }

        if ($this->phase === 'calm' && $now >= $this->at) {
            $this->begin();
            $this->phase = 'down';
            $this->at = $now;
        } elseif ($this->phase === 'down' && $now >= $this->at + self::DOWN_SECONDS[0] && $this->rejoin()) {
            $this->phase = 'back';
        } elseif ($this->phase === 'back' && $now >= $this->lookAt) {
            $this->lookAt = $now + self::LOOK_SECONDS;
            if ($this->isWhole()) {
                $this->count++;
                $this->longest = max($this->longest, $now - $this->at);
                $this->phase = 'calm';
                $this->at = $now + self::between(self::CALM_SECONDS);
            }
        }
    }

    public function isOver(): bool
    {
        return $this->phase === 'calm';
    }

    private function begin(): void
    {
        $this->struckAt[] = self::clock();
        if ($this->store instanceof RedisGroup) {
            $this->host = $this->store->master();
            $this->store->kill($this->host);
        } elseif ($this->store instanceof Galera) {
            $this->server = mt_rand(0, 2);
            $this->backAt = self::clock() + self::between(self::DOWN_SECONDS);
            $this->store->servers[$this->server]->kill();
        }
    }

    private function rejoin(): bool
    {
        if ($this->store instanceof RedisGroup && $this->host !== null) {
            return $this->store->rejoin($this->host);
        }
        if ($this->store instanceof Galera && self::clock() >= $this->backAt) {
            $this->store->rejoin($this->server);

            return true;
        }

        return false;
    }

    private function isWhole(): bool
    {
        return $this->store instanceof RedisGroup
            ? $this->store->isWhole()
            : $this->store instanceof Galera && $this->isWholeGalera($this->store);
    }

    private function isWholeGalera(Galera $galera): bool
    {
        if (!$galera->servers[$this->server]->isRunning()) {
            $galera->rejoin($this->server);
        }

        return $galera->isWhole();
    }

    /** @param array{float, float} $range */
    private static function between(array $range): float
    {
        return $range[0] + ($range[1] - $range[0]) * mt_rand() / mt_getrandmax();
    }

    private static function clock(): float
    {
        return hrtime(true) / 1e9;
    }
}
