<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Aco\Experience\Settings;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;

/** What applies to a website, with the default scope behind it, as the extension takes it. */
class ExperienceSettings
{
    private const GROUP = 'aco_experience/general/';

    public function __construct(private readonly ScopeConfigInterface $config)
    {
    }

    /** @throws \Aco\Exception\InvalidArgumentException when a setting that was stored past the Admin is not right */
    public function of(?string $website): Settings
    {
        $storefront = $this->value('storefront_events', $website);

        return new Settings(
            $this->value('organization_id', $website),
            $this->value('environment_id', $website),
            $this->value('own_web_sdk', $website) === '1' ? $this->value('web_sdk_name', $website) : '',
            [
                'datastreamId' => $this->value('datastream_id', $website),
                'storefrontEvents' => $storefront === '' ? null : $storefront === '1',
                'backOfficeEvents' => $this->value('back_office_events', $website) === '1',
                'defaultConsent' => $this->value('default_consent', $website) ?: 'pending',
            ],
        );
    }

    private function value(string $name, ?string $website): string
    {
        $value = $website === null
            ? $this->config->getValue(self::GROUP . $name)
            : $this->config->getValue(self::GROUP . $name, ScopeInterface::SCOPE_WEBSITES, $website);

        return is_scalar($value) ? (string) $value : '';
    }
}
