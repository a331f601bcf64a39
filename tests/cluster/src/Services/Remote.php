<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

use Aco\Bench\Process;
use Aco\Cluster\Host;

/** A service of bench/servers on a host, at all of its addresses, over TLS. */
final class Remote
{
    public const PORT = 8443;

    private readonly Process $process;

    /**
     * @param class-string<\Aco\Bench\Servers\Service> $class
     * @param array<string, mixed> $settings named parameters of its constructor
     * @param string $certificate with its key
     */
    public function __construct(Host $host, string $class, array $settings, string $certificate)
    {
        $bench = dirname(__DIR__, 4) . '/bench';
        $arguments = [
            'class' => $class, 'settings' => $settings, 'certificate' => $certificate,
            'address' => '0.0.0.0', 'port' => self::PORT,
        ];
        $this->process = $host->start(["$bench/php.sh", "$bench/servers/serve.php", json_encode($arguments)]);

        if ((int) $this->process->readLine() !== self::PORT) {
            throw new \RuntimeException("The server $class did not start");
        }
    }

    public static function url(string $address): string
    {
        return "https://$address:" . self::PORT;
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

        return is_array($report) ? $report : throw new \RuntimeException('The service ended before its time');
    }
}
