<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A catalog that bin/aco has delivered to a sandbox of its own.
 */
final class SyncedShop
{
    private const ROOT = __DIR__ . '/../..';
    private const PHP = __DIR__ . '/../php.sh';
    /** Settings of whoever starts this. */
    private const FOREIGN = ['ACO_DSN', 'ACO_DB_USER', 'ACO_DB_PASSWORD', 'ACO_KEY_FILE', 'ACO_STATE_DIR'];

    public readonly string $state;

    /** @var resource */
    private $sandbox;

    /** @var list<resource> */
    private array $pipes = [];

    /** @var array<string, string> */
    private readonly array $address;

    /**
     * @param list<string> $sandboxOptions
     * @param list<string> $options of config:init
     */
    public function __construct(
        private readonly string $folder,
        array $sandboxOptions = [],
        array $options = [],
    ) {
        $this->state = sys_get_temp_dir() . '/aco-bench-state-' . bin2hex(random_bytes(6));
        mkdir($this->state, 0700);
        $this->sandbox = proc_open(
            [PHP_BINARY, self::ROOT . '/sandbox/server.php', '--port=0', '--json', '--stop-on-eof', ...$sandboxOptions],
            [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']],
            $this->pipes,
        ) ?: throw new \RuntimeException('The sandbox does not start');
        $this->address = json_decode((string) fgets($this->pipes[1]), true)
            ?? throw new \RuntimeException('The sandbox does not start');
        $this->aco([
            'config:init', "--org-id={$this->address['orgId']}", "--tenant-id={$this->address['tenantId']}",
            "--client-id={$this->address['clientId']}", "--ims-url={$this->address['imsUrl']}",
            "--ccm-url={$this->address['ccmUrl']}", '--requests-per-second=0', '--products-per-minute=0',
            '--prices-per-minute=0', ...$options,
        ], ['ACO_CLIENT_SECRET' => 'sandbox-secret']);
        $this->sync();
    }

    /**
     * @return array{document: array<string, mixed>, seconds: float} what sync --json prints, and the CPU it took
     */
    public function sync(): array
    {
        return $this->aco(['sync', $this->folder]);
    }

    /**
     * @param list<string> $arguments
     * @return array<string, mixed> what verify --json prints
     */
    public function verify(array $arguments): array
    {
        return $this->aco(['verify', "--source=$this->folder", ...$arguments])['document'];
    }

    /**
     * The same in PHP.
     *
     * @return array{document: array<string, mixed>, seconds: float}
     */
    public function referenceSync(): array
    {
        $arguments = [];
        foreach (\Aco\Feed::cases() as $feed) {
            $file = "$this->folder/{$feed->value}.jsonl";
            if (is_file($file)) {
                array_push($arguments, $feed->value, $file);
            }
        }

        return $this->run([self::PHP, __DIR__ . '/../reference-sync.php', ...$arguments]);
    }

    /** Requests that the sandbox has had so far, of any kind. */
    public function requests(): int
    {
        $state = json_decode((string) file_get_contents("{$this->address['url']}/api/state"), true);

        return array_sum($state['requests']['byEndpoint']);
    }

    /**
     * What the sandbox holds.
     *
     * @return array<string, list<string>> sorted bodies, serialized, by kind
     */
    public function held(): array
    {
        $held = [];
        foreach (\Aco\Feed::cases() as $feed) {
            $bodies = [];
            do {
                $page = json_decode((string) file_get_contents(
                    "{$this->address['url']}/api/entities/{$feed->value}?limit=1000&offset=" . count($bodies),
                ), true);
                array_push($bodies, ...array_map(
                    static fn (array $body): string => serialize(self::sorted($body)),
                    $page['items'],
                ));
            } while ($page['items'] !== [] && count($bodies) < $page['total']);
            sort($bodies);
            $held[$feed->value] = $bodies;
        }

        return $held;
    }

    /**
     * The order of members says nothing, that of lists does.
     *
     * @param array<mixed> $value
     * @return array<mixed>
     */
    private static function sorted(array $value): array
    {
        array_is_list($value) || ksort($value);

        return array_map(
            static fn (mixed $member): mixed => is_array($member) ? self::sorted($member) : $member,
            $value,
        );
    }

    /** Makes the next sync the first one. */
    public function forget(): void
    {
        $pdo = $this->pdo();
        foreach (\Aco\Feed::cases() as $feed) {
            $pdo->exec("DELETE FROM {$feed->table()}");
        }
        $pdo->exec('VACUUM');
    }

    /**
     * What bin/aco calls PHP with to sync.
     *
     * @return list<string>
     */
    public function syncArguments(): array
    {
        return [self::ROOT . '/cli/aco.php', 'sync', $this->folder, '--json', "--state-dir={$this->state}"];
    }

    /**
     * @return array<string, string>
     */
    public static function environment(): array
    {
        return array_diff_key(getenv(), array_flip(self::FOREIGN));
    }

    public function pdo(): \PDO
    {
        return new \PDO("sqlite:{$this->state}/aco.sqlite");
    }

    /**
     * @param list<string> $arguments
     * @param array<string, string> $env
     * @return array{document: array<string, mixed>, seconds: float}
     */
    private function aco(array $arguments, array $env = []): array
    {
        return $this->run([self::ROOT . '/bin/aco', ...$arguments, '--json'], $env);
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $env
     * @return array{document: array<string, mixed>, seconds: float}
     */
    private function run(array $command, array $env = []): array
    {
        $before = Cpu::ofChildren();
        $process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', "{$this->state}/err", 'w']],
            $pipes,
            null,
            $env + ['ACO_STATE_DIR' => $this->state] + self::environment(),
        );
        $document = json_decode((string) stream_get_contents($pipes[1]), true);
        if (proc_close($process) > 1 || !is_array($document)) {
            throw new \RuntimeException(
                implode(' ', array_slice($command, 0, 2)) . ': '
                . trim((string) file_get_contents("{$this->state}/err"))
            );
        }

        return ['document' => $document, 'seconds' => Cpu::ofChildren() - $before];
    }

    public function __destruct()
    {
        fclose($this->pipes[0]);
        proc_close($this->sandbox);
        foreach (new \RecursiveIteratorIterator(
            new \RecursiveDirectoryIterator($this->state, \FilesystemIterator::SKIP_DOTS),
            \RecursiveIteratorIterator::CHILD_FIRST,
        ) as $file) {
            $file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
        }
        rmdir($this->state);
    }
}
