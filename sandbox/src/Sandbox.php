<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Sandbox\Fault\FaultPlan;
use Aco\Sandbox\Fault\InvalidFault;
use Aco\Sandbox\Fault\SeededRandom;
use Aco\Sandbox\Monitoring\RequestLog;
use Aco\Sandbox\Server\Listener;
use Aco\Sandbox\Server\ListenFailure;
use React\EventLoop\LoopInterface;

/** A sandbox that listens: everything between the command line and the requests. */
final class Sandbox
{
    private const STOP_SECONDS = 3.0;
    private const STOP_CHECK_SECONDS = 0.02;

    public readonly string $url;
    private bool $stopping = false;

    private function __construct(
        public readonly Settings $settings,
        private readonly Listener $listener,
        private readonly LoopInterface $loop,
    ) {
        $host = str_contains($settings->server->host, ':') ? "[{$settings->server->host}]" : $settings->server->host;
        $this->url = sprintf('http://%s:%d', $host, $listener->port());
    }

    /**
     * @throws ListenFailure
     * @throws InvalidFault
     * @throws \PDOException when the data file cannot be used
     */
    public static function start(Settings $settings, RequestLog $log, LoopInterface $loop): self
    {
        $faults = new FaultPlan(new SeededRandom($settings->seed));

        foreach ($settings->faults as $fault) {
            $faults->add($fault);
        }

        $stores = new Stores($settings->server->dataFile, $settings->storefront);
        $listener = new Listener(
            $settings->server->host,
            $settings->server->port,
            $settings->server->idleTimeout,
            $settings->server->maxBodyBytes,
            $loop,
        );
        $sandbox = new self($settings, $listener, $loop);
        $listener->start(new Application($settings, $sandbox->url, $stores, $faults, $log, $loop));

        return $sandbox;
    }

    public function imsUrl(): string
    {
        return $this->url . Endpoint\ImsEndpoint::PATH;
    }

    public function ccmUrl(): string
    {
        return $this->url . '/api/v1';
    }

    public function ingestionUrl(): string
    {
        return $this->url . '/' . $this->settings->tenant->id;
    }

    public function graphqlUrl(): string
    {
        return $this->ingestionUrl() . Storefront\StorefrontEndpoint::PATH;
    }

    public function assetsUrl(): string
    {
        return $this->url . Assets\RegistryEndpoint::PATH;
    }

    /** The actions are below it. */
    public function matcherUrl(): string
    {
        return $this->url . Assets\MatcherEndpoint::ACTIONS_PATH;
    }

    public function matcherImsUrl(): string
    {
        return $this->url . Assets\MatcherEndpoint::TOKEN_PATH;
    }

    /** Lets answers that are under way go out, then ends the loop. Asked a second time, it ends at once. */
    public function stop(): void
    {
        if ($this->stopping) {
            $this->loop->stop();

            return;
        }

        $this->stopping = true;
        $this->listener->stop();
        $this->loop->addTimer(self::STOP_SECONDS, $this->loop->stop(...));
        $this->loop->addPeriodicTimer(self::STOP_CHECK_SECONDS, function (): void {
            if ($this->listener->isIdle()) {
                $this->loop->stop();
            }
        });
    }
}
