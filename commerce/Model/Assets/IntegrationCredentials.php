<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Assets;

use Aco\Assets\CommerceCredentials;
use Magento\Framework\Exception\LocalizedException;
use Magento\Integration\Api\IntegrationServiceInterface;
use Magento\Integration\Api\OauthServiceInterface;

/** The keys of an integration of System > Extensions > Integrations. */
class IntegrationCredentials
{
    public function __construct(
        private readonly IntegrationServiceInterface $integrations,
        private readonly OauthServiceInterface $oauth,
    ) {
    }

    /** @throws LocalizedException when there is no such integration, or it is not active */
    public function of(int $integrationId): CommerceCredentials
    {
        if ($integrationId === 0) {
            throw new LocalizedException(__('AEM Assets cannot be connected: no Commerce integration is chosen.'));
        }

        $consumerId = (int) $this->integrations->get($integrationId)->getConsumerId();
        $token = $this->oauth->getAccessToken($consumerId);
        if ($token === false) {
            throw new LocalizedException(__('The Commerce integration is not active: activate it in System > Extensions > Integrations.'));
        }
        $consumer = $this->oauth->loadConsumer($consumerId);

        return new CommerceCredentials(
            (string) $consumer->getKey(),
            (string) $consumer->getSecret(),
            (string) $token->getToken(),
            (string) $token->getSecret(),
        );
    }
}
