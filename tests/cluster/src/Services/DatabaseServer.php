<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

use Aco\Bench\Process;
use Aco\Cluster\Host;
use Aco\Cluster\Shell;

/** A MariaDB server on a host, with its data in a folder of its own. */
final class DatabaseServer
{
    public const PORT = 3306;
    public const USER = 'aco';
    public const PASSWORD = 'pass-word-of-the-tests';

    private const SERVERS = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd', '/usr/sbin/mysqld'];
    private const ACCOUNT = 'nobody';
    private const READY_SECONDS = 60.0;

    private ?Process $process = null;
    private readonly string $folder;

    /** @param list<string> $options more options of the server */
    public function __construct(
        public readonly Host $host,
        string $folder,
        private readonly array $options = [],
    ) {
        $this->folder = "$folder/{$host->name}";
        $this->install("$folder/installed");
    }

    public static function skipReason(): string
    {
        return match (true) {
            !extension_loaded('pdo_mysql') => 'pdo_mysql is missing (Debian: php-mysql)',
            self::program() === '' || trim((string) shell_exec('command -v mariadb-install-db')) === ''
                => 'there is no MariaDB server (Debian: mariadb-server)',
            default => '',
        };
    }

    /** @param list<string> $options of this start */
    public function start(array $options = []): void
    {
        $this->process = $this->host->serve([
            self::program(), '--no-defaults', "--datadir=$this->folder/data", "--tmpdir=$this->folder",
            "--socket=$this->folder/socket", "--pid-file=$this->folder/pid", "--log-error=$this->folder/server.err",
            '--bind-address=0.0.0.0', '--port=' . self::PORT, '--skip-name-resolve', '--user=' . self::ACCOUNT,
            '--innodb-buffer-pool-size=64M', '--innodb-log-file-size=8M', '--performance-schema=OFF',
            '--max-connections=300', '--table-open-cache=400', '--open-files-limit=4000',
            ...$this->options, ...$options,
        ]);
    }

    public function waitUntilReady(): void
    {
        try {
            Shell::wait("MariaDB on {$this->host->name}", self::READY_SECONDS, $this->isReady(...));
        } catch (\RuntimeException $e) {
            throw $this->explain($e);
        }
    }

    /** With the end of its log. */
    public function explain(\RuntimeException $e): \RuntimeException
    {
        return new \RuntimeException($e->getMessage() . "\n"
            . substr((string) @file_get_contents("$this->folder/server.err"), -2000));
    }

    public function isRunning(): bool
    {
        return $this->process !== null && $this->process->isRunning();
    }

    /** Whether it and so many servers of Galera together are a whole cluster, and it has the latest state. */
    public function isSynced(int $servers): bool
    {
        try {
            $status = $this->root()->query("SHOW STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_cluster_status', "
                . "'wsrep_cluster_size', 'wsrep_local_state_comment')")->fetchAll(\PDO::FETCH_KEY_PAIR);
        } catch (\PDOException) {
            return false;
        }

        ksort($status);

        return $status === [
            'wsrep_cluster_size' => (string) $servers, 'wsrep_cluster_status' => 'Primary',
            'wsrep_local_state_comment' => 'Synced', 'wsrep_ready' => 'ON',
        ];
    }

    public function isReady(): bool
    {
        try {
            $ready = $this->root()->query("SHOW STATUS LIKE 'wsrep_ready'")->fetch(\PDO::FETCH_NUM);

            return $ready === false || $ready[1] === 'ON' || !in_array('--wsrep-on=ON', $this->options, true);
        } catch (\PDOException) {
            return false;
        }
    }

    /** As a crash would. */
    public function kill(): void
    {
        $this->process?->kill();
        $this->process = null;
    }

    public function root(): \PDO
    {
        return new \PDO("mysql:unix_socket=$this->folder/socket", 'root', '', [\PDO::ATTR_TIMEOUT => 2]);
    }

    /** Makes the account of the tests, and a database for it. */
    public function grant(string $database): void
    {
        $root = $this->root();
        $root->exec('CREATE USER IF NOT EXISTS ' . self::USER . "@'10.77.%' IDENTIFIED BY '" . self::PASSWORD . "'");
        $root->exec("CREATE DATABASE $database CHARACTER SET utf8mb4");
        $root->exec("GRANT ALL ON $database.* TO " . self::USER . "@'10.77.%'");
    }

    /** What bin/aco and PDO take; the address is one of the host's. */
    public static function dsn(string $address, string $database): string
    {
        return "mysql:host=$address;dbname=$database";
    }

    /** One installation serves all servers. */
    private function install(string $installed): void
    {
        if (!is_dir($installed)) {
            mkdir($installed, 0755);
            chown($installed, self::ACCOUNT);
            Shell::run([
                'mariadb-install-db', '--no-defaults', "--datadir=$installed/data", "--tmpdir=$installed",
                '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve',
                '--innodb-log-file-size=8M', '--user=' . self::ACCOUNT,
            ]);
        }

        Shell::run(['cp', '-a', $installed, $this->folder]);
    }

    private static function program(): string
    {
        return array_values(array_filter(self::SERVERS, is_executable(...)))[0] ?? '';
    }
}
