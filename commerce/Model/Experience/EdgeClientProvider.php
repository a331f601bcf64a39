<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\CommerceOptimizer\Model\Config;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\Experience\Settings;
use Aco\ImsCredentials;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;

/** Makes the client of the Edge Network, with the credentials of the connection where there are any. */
class EdgeClientProvider
{
    private const PATH_URL = 'aco_experience/orders/edge_url';

    public function __construct(
        private readonly Config $config,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    /** @throws \Aco\Exception\InvalidArgumentException */
    public function get(Settings $settings): EdgeClient
    {
        $url = $this->config->text(self::PATH_URL);

        return new EdgeClient(
            new EdgeConnection($this->credentials($settings), $url === '' ? null : $url),
            logger: $this->log(...),
        );
    }

    /** Null: events go to the host that takes them from anybody. */
    private function credentials(Settings $settings): ?ImsCredentials
    {
        $client = $this->config->text(Config::PATH_CLIENT);
        $secret = $this->config->clientSecret();
        if ($client === '' || $secret === '') {
            return null;
        }

        return new ImsCredentials(
            $client,
            $secret,
            imsUrl: $this->config->text(Config::PATH_IMS_URL),
            orgId: $settings->organizationId,
        );
    }

    /** @param array<string, mixed> $context */
    private function log(string $level, string $message, array $context): void
    {
        $context = array_map(
            static fn (mixed $value): mixed => is_string($value) ? PersonalData::redact($value) : $value,
            $context,
        );
        $this->logger->log($level, 'ACO: ' . PersonalData::redact($message), $context);
    }
}
