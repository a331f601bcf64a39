<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\ViewModel;

use Aco\CommerceOptimizer\Model\Experience\SettingsProvider;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\View\Element\Block\ArgumentInterface;
use Magento\Store\Model\StoreManagerInterface;
use Psr\Log\LoggerInterface;

/** What the storefront's collector needs, for a page. */
class StorefrontSettings implements ArgumentInterface
{
    /** Leaves nothing that could end a script or an attribute. */
    private const JSON =
        JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;

    public function __construct(
        private readonly SettingsProvider $settings,
        private readonly StoreManagerInterface $stores,
        private readonly LoggerInterface $logger,
    ) {
    }

    /** JSON that may stand in a script element; null when the website sends no events of the storefront. */
    public function json(): ?string
    {
        try {
            $config = $this->settings->get()->storefrontConfig($this->stores->getWebsite()->getCode());
        } catch (InvalidArgumentException $e) {
            // A page is shown whatever the settings are.
            $this->logger->error('ACO: ' . $e->getMessage());

            return null;
        }

        return $config['enabled'] ? json_encode($config, self::JSON) : null;
    }
}
