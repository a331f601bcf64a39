<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Aco\Client;
use Aco\Connection;
use Aco\Limits;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;

/**
 * The client of this process. A class makes it because setup:di:compile loses arguments that di.xml gives to classes of
 * an extension, and because indexer threads are forked processes, which each need one of their own.
 */
class ClientProvider
{
    private ?Client $client = null;
    private int $process = 0;

    public function __construct(
        private readonly Config $config,
        private readonly SharedQuota $sharedQuota,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    public function get(): Client
    {
        $process = (int) getmypid();
        if ($this->client === null || $this->process !== $process) {
            $this->client = new Client($this->connection(), $this->limits(), $this->logger);
            $this->process = $process;
        }

        return $this->client;
    }

    private function connection(): Connection
    {
        return new Connection(
            $this->config->text(Config::PATH_TENANT),
            $this->config->text(Config::PATH_CLIENT),
            $this->config->clientSecret(),
            $this->config->text(Config::PATH_INGESTION_URL),
            $this->config->text(Config::PATH_ORGANIZATION),
            $this->config->text(Config::PATH_IMS_URL),
        );
    }

    private function limits(): Limits
    {
        return new Limits(
            $this->config->requestsPerSecond(),
            $this->config->productsPerMinute(),
            $this->config->pricesPerMinute(),
            $this->config->concurrency(),
            ...$this->sharedQuota->options(),
        );
    }
}
