<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Aco\SharedStore;
use Aco\Store\PdoStore;
use Aco\Store\RedisAddress;
use Magento\Framework\App\DeploymentConfig;
use Magento\Framework\Exception\LocalizedException;

/** Where the servers of a shop share the rates and the token of its tenant; a server alone has files for that. */
class SharedQuota
{
    public const DATABASE = 'database';
    public const REDIS = 'redis';

    private const TABLE = 'aco_shared';
    private const CONNECTION = 'db/connection/default';
    private const PREFIX = 'db/table_prefix';

    public function __construct(
        private readonly Config $config,
        private readonly DeploymentConfig $deployment,
    ) {
    }

    /**
     * @return array{}|array{shared: SharedStore, hosts: int} parameters of Limits
     * @throws LocalizedException
     */
    public function options(): array
    {
        $place = $this->config->sharedStore();
        if ($place === '') {
            return [];
        }
        if (!class_exists(PdoStore::class)) {
            throw new LocalizedException(__('Servers share rates through the package aco/store: install it.'));
        }

        return [
            'shared' => $place === self::REDIS
                ? RedisAddress::parse($this->config->sharedAddress())->store($this->config->sharedPassword())
                : $this->database(),
            'hosts' => $this->config->sharedHosts(),
        ];
    }

    /** A connection beside Commerce's own, because what is granted must not wait for its transactions. */
    private function database(): PdoStore
    {
        $connection = $this->deployment->get(self::CONNECTION);
        $connection = is_array($connection) ? $connection : [];
        $options = $connection['driver_options'] ?? [];

        return PdoStore::mysql(
            self::dsn(Text::of($connection['host'] ?? null), Text::of($connection['dbname'] ?? null)),
            Text::of($connection['username'] ?? null),
            Text::of($connection['password'] ?? null),
            Text::of($this->deployment->get(self::PREFIX)) . self::TABLE,
            options: is_array($options) ? array_filter($options, is_int(...), ARRAY_FILTER_USE_KEY) : [],
        );
    }

    /** @param string $host as Commerce takes it: a name, a name and a port, or the path of a socket */
    private static function dsn(string $host, string $database): string
    {
        if (str_contains($host, '/')) {
            return "mysql:unix_socket=$host;dbname=$database";
        }

        $port = strrchr($host, ':');

        return $port === false || !ctype_digit(substr($port, 1))
            ? "mysql:host=$host;dbname=$database"
            : 'mysql:host=' . substr($host, 0, -strlen($port)) . ';port=' . substr($port, 1) . ";dbname=$database";
    }
}
