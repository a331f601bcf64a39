<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

use Aco\Sandbox\Http\RequestHandler;
use React\EventLoop\LoopInterface;
use React\EventLoop\TimerInterface;

/** Listens on one address and keeps the connections of its clients. */
final class Listener
{
    private const MAX_CONNECTIONS = 256;
    private const BACKLOG = 511;
    private const IDLE_CHECK_SECONDS = 0.5;

    /** @var resource */
    private $socket;
    private ?RequestHandler $handler = null;
    private ?TimerInterface $idleTimer = null;
    private bool $accepting = false;

    /** @var array<int, Connection> */
    private array $connections = [];

    /**
     * @param string $host an IP address, IPv6 without brackets
     * @param string|null $certificate a PEM file with its key; null: no TLS
     * @throws ListenFailure
     */
    public function __construct(
        string $host,
        int $port,
        private readonly float $idleTimeout,
        private readonly int $maxBodyBytes,
        private readonly LoopInterface $loop,
        private readonly ?string $certificate = null,
    ) {
        $socket = @stream_socket_server(
            sprintf('tcp://%s:%d', str_contains($host, ':') ? "[$host]" : $host, $port),
            $errorNumber,
            $errorText,
            STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
            stream_context_create([
                'socket' => ['backlog' => self::BACKLOG, 'tcp_nodelay' => true],
                'ssl' => array_filter(['local_cert' => $certificate]),
            ]),
        );

        if ($socket === false) {
            throw ListenFailure::on($host, $port, $errorText);
        }

        stream_set_blocking($socket, false);
        $this->socket = $socket;
    }

    public function start(RequestHandler $handler): void
    {
        $this->handler = $handler;
        $this->idleTimer = $this->loop->addPeriodicTimer(
            min(self::IDLE_CHECK_SECONDS, $this->idleTimeout / 2),
            $this->closeIdle(...),
        );
        $this->resume();
    }

    public function port(): int
    {
        $name = (string) stream_socket_get_name($this->socket, false);

        return (int) substr($name, (int) strrpos($name, ':') + 1);
    }

    /** Takes no more connections and closes the open ones, those that are answering once they are done. */
    public function stop(): void
    {
        $this->pause();
        if ($this->idleTimer !== null) {
            $this->loop->cancelTimer($this->idleTimer);
        }
        fclose($this->socket);
        foreach ($this->connections as $connection) {
            $connection->stop();
        }
    }

    public function isIdle(): bool
    {
        return $this->connections === [];
    }

    private function accept(): void
    {
        $client = @stream_socket_accept($this->socket, 0);
        if ($client === false) {
            return;
        }
        stream_set_blocking($client, false);

        if ($this->certificate === null) {
            $this->connect($client);
        } else {
            $this->loop->addReadStream($client, $this->shakeHands(...));
        }
    }

    /** @param resource $client */
    private function shakeHands($client): void
    {
        $done = @stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
        if ($done === 0) {
            return;
        }

        $this->loop->removeReadStream($client);

        if ($done) {
            $this->connect($client);
        } else {
            fclose($client);
        }
    }

    /** @param resource $client */
    private function connect($client): void
    {
        $connection = new Connection($client, $this->loop, $this->handler, $this->maxBodyBytes, $this->forget(...));
        $this->connections[spl_object_id($connection)] = $connection;
        if (count($this->connections) >= self::MAX_CONNECTIONS) {
            $this->pause();
        }
    }

    private function forget(Connection $connection): void
    {
        unset($this->connections[spl_object_id($connection)]);
        $this->resume();
    }

    private function closeIdle(): void
    {
        foreach ($this->connections as $connection) {
            $connection->closeIfIdle($this->idleTimeout);
        }
    }

    private function pause(): void
    {
        $this->loop->removeReadStream($this->socket);
        $this->accepting = false;
    }

    private function resume(): void
    {
        if (!$this->accepting && is_resource($this->socket)) {
            $this->loop->addReadStream($this->socket, $this->accept(...));
            $this->accepting = true;
        }
    }
}
