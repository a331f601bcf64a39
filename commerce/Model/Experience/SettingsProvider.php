<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\CommerceOptimizer\Model\Text;
use Aco\Experience\Settings;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * The settings of Experience Platform, those of each website with the default scope behind them, as the extension takes
 * them.
 */
class SettingsProvider
{
    private const GROUP = 'aco_experience/general/';

    public function __construct(
        private readonly ScopeConfigInterface $config,
        private readonly StoreManagerInterface $stores,
    ) {
    }

    /** @throws \Aco\Exception\InvalidArgumentException when a setting that was stored past the Admin is not right */
    public function get(): Settings
    {
        $websites = [];
        foreach ($this->stores->getWebsites() as $website) {
            $websites[$website->getCode()] = $this->scope($website->getCode());
        }

        return new Settings(
            $this->value('organization_id', null),
            $this->value('environment_id', null),
            $this->value('own_web_sdk', null) === '1' ? $this->value('web_sdk_name', null) : '',
            $this->scope(null),
            $websites,
        );
    }

    /** Whether orders of some website are wanted. */
    public function wantsOrders(Settings $settings): bool
    {
        foreach ([null, ...$settings->websites()] as $website) {
            if ($settings->backOfficeEvents($website)) {
                return true;
            }
        }

        return false;
    }

    /**
     * @return array{
     *     datastreamId: string,
     *     storefrontEvents: ?bool,
     *     backOfficeEvents: bool,
     *     defaultConsent: 'in'|'out'|'pending',
     * }
     */
    private function scope(?string $website): array
    {
        return [
            'datastreamId' => $this->value('datastream_id', $website),
            // Yes is what the field begins with: on as soon as the events can be sent.
            'storefrontEvents' => $this->value('storefront_events', $website) === '0' ? false : null,
            'backOfficeEvents' => $this->value('back_office_events', $website) === '1',
            'defaultConsent' => $this->consent($website),
        ];
    }

    /** @return 'in'|'out'|'pending' */
    private function consent(?string $website): string
    {
        $value = $this->value('default_consent', $website);

        return in_array($value, ['in', 'out'], true) ? $value : 'pending';
    }

    private function value(string $name, ?string $website): string
    {
        $value = $website === null
            ? $this->config->getValue(self::GROUP . $name)
            : $this->config->getValue(self::GROUP . $name, ScopeInterface::SCOPE_WEBSITES, $website);

        return trim(Text::of($value));
    }
}
