<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A process that ends with this object. Its standard input ends when we end, however that is.
 */
final class Process
{
    /** @var resource|null */
    private mixed $process;

    /** @var array<int, resource> */
    private array $pipes = [];

    /**
     * @param list<string> $command
     */
    public function __construct(array $command)
    {
        // Standard error is handed on as it is: named here, PHP would set it back to its start when it is a file.
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $this->pipes);
        if ($process === false) {
            throw new \RuntimeException("Cannot start $command[0]");
        }
        $this->process = $process;
    }

    /**
     * A PHP file with what this process runs with.
     *
     * @param string $file its path
     * @param array<string, mixed> $arguments handed over as JSON
     * @param string|null $stateDir aco.state_dir
     */
    public static function php(string $file, array $arguments, ?string $stateDir = null): self
    {
        $settings = $stateDir === null ? [] : ['-d', "aco.state_dir=$stateDir"];

        return new self([
            dirname(__DIR__) . '/php.sh', ...$settings, $file, json_encode($arguments, JSON_THROW_ON_ERROR),
        ]);
    }

    public function readLine(): string
    {
        return rtrim((string) fgets($this->pipes[1]), "\n");
    }

    public function write(string $text): void
    {
        @fwrite($this->pipes[0], $text);
    }

    /**
     * What it prints until it ends, as JSON.
     *
     * @return array<string, mixed>
     */
    public function result(): array
    {
        $output = (string) stream_get_contents($this->pipes[1]);
        $code = $this->end();
        $result = json_decode($output, true);
        if ($code !== 0 || !is_array($result)) {
            throw new \RuntimeException("A process ended with exit code $code. " . trim(substr($output, -2000)));
        }

        return $result;
    }

    public function isRunning(): bool
    {
        return $this->process !== null && proc_get_status($this->process)['running'];
    }

    /** Lets it end by itself, now that nobody talks to it any more. */
    public function close(): void
    {
        if ($this->process !== null) {
            $this->end();
        }
    }

    /** kill -9 */
    public function kill(): void
    {
        if ($this->process !== null) {
            proc_terminate($this->process, 9);
            $this->end();
        }
    }

    private function end(): int
    {
        array_map(fclose(...), $this->pipes);
        $this->pipes = [];
        $process = $this->process;
        $this->process = null;

        return $process === null ? -1 : proc_close($process);
    }

    public function __destruct()
    {
        $this->kill();
    }
}
