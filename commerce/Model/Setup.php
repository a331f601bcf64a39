<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Aco\Connection;
use Magento\Framework\App\Config\ReinitableConfigInterface;
use Magento\Framework\App\Config\Storage\WriterInterface;
use Magento\Framework\Encryption\EncryptorInterface;

/** Connects the shop to a tenant: asks Adobe first, stores then, and has everything sent. */
class Setup
{
    public function __construct(
        private readonly Config $config,
        private readonly WriterInterface $writer,
        private readonly ReinitableConfigInterface $cache,
        private readonly EncryptorInterface $encryptor,
        private readonly FeedInvalidation $feeds,
        private readonly EnvironmentGuard $guard,
    ) {
    }

    /**
     * Nothing is stored when it throws.
     *
     * @throws \Aco\Exception\AcoException when Adobe does not know the credentials or the tenant
     * @throws \Magento\Framework\Exception\LocalizedException when a tenant of this kind is not for this shop
     */
    public function connect(
        string $organization,
        string $tenant,
        string $client,
        #[\SensitiveParameter]
        string $secret,
        string $imsUrl = '',
        string $ccmUrl = '',
    ): Connection {
        $imsUrl = $imsUrl ?: $this->config->text(Config::PATH_IMS_URL);
        $ccmUrl = $ccmUrl ?: $this->config->text(Config::PATH_CCM_URL);
        $connection = Connection::discover($organization, $tenant, $client, $secret, $imsUrl, $ccmUrl);
        $this->guard->check($connection->ingestionUrl);

        $this->store([
            Config::PATH_ORGANIZATION => $organization,
            Config::PATH_TENANT => $tenant,
            Config::PATH_CLIENT => $client,
            Config::PATH_SECRET => $this->encryptor->encrypt($secret),
            Config::PATH_TYPE => EnvironmentGuard::tenantType($connection->ingestionUrl),
            Config::PATH_INGESTION_URL => $connection->ingestionUrl,
            Config::PATH_STUDIO_URL => (string) $connection->studioUrl,
            Config::PATH_IMS_URL => $imsUrl,
            Config::PATH_CCM_URL => $ccmUrl,
        ]);
        $this->feeds->execute();

        return $connection;
    }

    /** @param array<string, string> $settings by path */
    private function store(array $settings): void
    {
        foreach ($settings as $path => $value) {
            $this->writer->save($path, $value);
        }
        $this->cache->reinit();
    }
}
