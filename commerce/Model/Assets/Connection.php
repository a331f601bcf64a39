<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Assets;

use Aco\Assets\Registration;
use Aco\Assets\RegistrationException;
use Aco\Assets\TenantRegistry;
use Aco\CommerceOptimizer\Model\Backoff;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\App\ProductMetadataInterface;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\FlagManager;
use Magento\Framework\UrlInterface;
use Magento\Store\Model\Store;
use Magento\Store\Model\StoreManagerInterface;

/** Registers the shop at the asset service whenever what that knows has changed; this starts the synchronization. */
class Connection
{
    private const FLAG = 'aco_assets_connection';

    public function __construct(
        private readonly AssetSettings $settings,
        private readonly IntegrationCredentials $integrations,
        private readonly StoreManagerInterface $stores,
        private readonly ProductMetadataInterface $product,
        private readonly FlagManager $flags,
    ) {
    }

    /** Has the next run of cron register, whatever came of it before. */
    public function schedule(): void
    {
        if ($this->flags->getFlagData(self::FLAG) !== null) {
            $this->flags->saveFlag(self::FLAG, []);
        }
    }

    /** Null: nothing is to be done. */
    public function registerWhenDue(): ?ConnectionStatus
    {
        $status = $this->status();
        $isDue = match ($status?->state) {
            null, ConnectionState::Connected, ConnectionState::Attention => false,
            ConnectionState::Scheduled => true,
            ConnectionState::Retry => $status->dueAt <= date('Y-m-d H:i:s'),
        };
        if (!$isDue) {
            return null;
        }

        $status = $this->register($status->attempts);
        $this->flags->saveFlag(self::FLAG, ['fingerprint' => $this->settings->fingerprint()] + $status->toArray());

        return $status;
    }

    /** Null: nobody has set it up. */
    public function status(): ?ConnectionStatus
    {
        $flag = $this->flags->getFlagData(self::FLAG);
        // A shop that the service knows is told when it is switched off, others are not.
        if (!$this->settings->isConfigured() || ($flag === null && !$this->settings->isEnabled())) {
            return null;
        }

        $isCurrent = is_array($flag) && ($flag['fingerprint'] ?? null) === $this->settings->fingerprint();

        return $isCurrent ? ConnectionStatus::fromArray($flag) : new ConnectionStatus(ConnectionState::Scheduled);
    }

    private function register(int $attempts): ConnectionStatus
    {
        $now = time();
        $at = date('Y-m-d H:i:s', $now);
        try {
            $registration = $this->send();
        } catch (RegistrationException $e) {
            $state = $e->isRetryable() ? ConnectionState::Retry : ConnectionState::Attention;

            return new ConnectionStatus($state, $at, $e->getMessage(), $attempts + 1, Backoff::dueAt(
                $attempts + 1,
                $now,
            ));
        } catch (InvalidArgumentException | LocalizedException $e) {
            return new ConnectionStatus(ConnectionState::Attention, $at, ltrim($e->getMessage(), '$'), $attempts + 1);
        }

        return new ConnectionStatus(ConnectionState::Connected, $at, (string) ($registration->alreadyRegistered
            ? __('The service knew this shop before; it keeps what it was told then.')
            : __('Tenant %1', (string) $registration->tenantId)));
    }

    /** @throws LocalizedException|InvalidArgumentException|RegistrationException */
    private function send(): Registration
    {
        $store = $this->stores->getDefaultStoreView();
        $baseUrl = $store instanceof Store ? $store->getBaseUrl(UrlInterface::URL_TYPE_WEB, true) : '';

        return (new TenantRegistry($this->settings->registry()))->register(
            $this->settings->projectId(),
            $this->settings->environment(),
            $baseUrl,
            $this->integrations->of($this->settings->integrationId()),
            $this->settings->rule(),
            $this->settings->isEnabled(),
            $this->product->getVersion(),
        );
    }
}
