<?php

declare(strict_types=1);

namespace Aco\Bench;

use Aco\Connection;
use Aco\Transport;

/**
 * One of the services in bench/servers/, in a process of its own.
 */
final class Server
{
    private readonly Process $process;

    public readonly string $url;

    /**
     * @param class-string<Servers\Service> $class
     * @param array<string, mixed> $settings named parameters of its constructor
     * @param string|null $certificate a PEM file with its key; null: no TLS
     */
    public function __construct(string $class, array $settings, ?string $certificate = null)
    {
        $this->process = Process::php(
            dirname(__DIR__) . '/servers/serve.php',
            ['class' => $class, 'settings' => $settings, 'certificate' => $certificate],
        );
        $port = (int) $this->process->readLine();
        if ($port === 0) {
            throw new \RuntimeException("The server $class did not start");
        }
        $this->url = ($certificate === null ? 'http' : 'https') . "://127.0.0.1:$port";
    }

    /**
     * What it has seen so far.
     *
     * @return array<string, mixed>
     */
    public function report(): array
    {
        $this->process->write("report\n");
        $report = json_decode($this->process->readLine(), true);

        return is_array($report) ? $report : throw new \RuntimeException('The server ended before its time');
    }

    public static function connection(string $url, ?string $caFile = null, int $timeoutMs = 30000): Connection
    {
        return new Connection(
            'bench-tenant',
            'bench-client',
            'bench-s3cret',
            $url,
            imsUrl: $url,
            transport: new Transport($caFile, proxy: '', timeoutMs: $timeoutMs),
        );
    }
}
