<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Assets;

use Aco\Assets\AemEnvironment;
use Aco\Assets\MatcherConnection;
use Aco\Assets\MatchingRule;
use Aco\Assets\RegistryConnection;
use Aco\CommerceOptimizer\Model\Config;
use Aco\ImsCredentials;
use Magento\Framework\Exception\LocalizedException;

/** The settings of the integration with AEM Assets, as the extension takes them. */
class AssetSettings
{
    private const GENERAL = 'aco_assets/general/';
    private const REGISTRATION = 'aco_assets/registration/';

    private const REGISTERED = [
        'enabled', 'program_id', 'environment_id', 'integration', 'matching_rule', 'attribute', 'asset_to_product_url',
        'product_to_asset_url', 'matcher_oauth_url', 'matcher_client_id', 'matcher_client_secret', 'matcher_org_id',
    ];

    /** Where Adobe's Commerce Services Connector, if it is there, has what is not set here. */
    private const CONNECTOR = [
        'project_id' => 'services_connector/services_id/project_id',
        'data_space_id' => 'services_connector/services_id/environment_id',
        'api_key' => 'services_connector/services_connector_integration/production_api_key',
        'private_key' => 'services_connector/services_connector_integration/production_private_key',
    ];

    public function __construct(private readonly Config $config)
    {
    }

    public function isEnabled(): bool
    {
        return $this->config->text(self::GENERAL . 'enabled') === '1';
    }

    /** Whether somebody has begun to set it up. */
    public function isConfigured(): bool
    {
        return $this->config->text(self::GENERAL . 'program_id') !== ''
            && $this->config->text(self::GENERAL . 'environment_id') !== '';
    }

    /**
     * What whoever writes the media of products has to know, such as bin/aco.
     *
     * @return array<string, string>
     */
    public function forOperators(): array
    {
        $names = [
            'enabled', 'program_id', 'environment_id', 'matching_rule', 'attribute', 'custom_domain',
            'visualization_owner',
            'selector_client_id',
        ];

        return array_combine($names, array_map(
            fn (string $name): string => $this->config->text(self::GENERAL . $name),
            $names,
        ));
    }

    public function integrationId(): int
    {
        return (int) $this->config->text(self::GENERAL . 'integration');
    }

    /** @throws \Aco\Exception\InvalidArgumentException */
    public function environment(): AemEnvironment
    {
        return new AemEnvironment(
            $this->config->text(self::GENERAL . 'program_id'),
            $this->config->text(self::GENERAL . 'environment_id'),
        );
    }

    /** @throws \Aco\Exception\InvalidArgumentException */
    public function rule(): MatchingRule
    {
        return $this->config->text(self::GENERAL . 'matching_rule') === 'externalMatcher'
            ? MatchingRule::external($this->matcher())
            : MatchingRule::bySku($this->config->text(self::GENERAL . 'attribute') ?: 'commerce:skus');
    }

    /** @throws LocalizedException */
    public function projectId(): string
    {
        return $this->required('project_id', 'the SaaS project ID');
    }

    /**
     * @throws LocalizedException when something is not set
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function registry(): RegistryConnection
    {
        $url = $this->config->text(self::REGISTRATION . 'registry_url');

        return new RegistryConnection(
            $this->required('api_key', 'the API key'),
            $this->required('data_space_id', 'the SaaS environment ID'),
            $this->required('private_key', 'the private key'),
            ...($url === '' ? [] : ['url' => $url]),
        );
    }

    /** Changes with everything that the asset service is told. */
    public function fingerprint(): string
    {
        $values = array_map(fn (string $name): string => $this->registration($name), array_keys(self::CONNECTOR));
        foreach (self::REGISTERED as $name) {
            $values[] = $this->config->text(self::GENERAL . $name);
        }
        $values[] = $this->config->text(self::REGISTRATION . 'registry_url');

        return hash('sha256', implode("\0", $values));
    }

    private function matcher(): MatcherConnection
    {
        $oauthUrl = $this->config->text(self::GENERAL . 'matcher_oauth_url');

        return new MatcherConnection(
            $this->config->text(self::GENERAL . 'asset_to_product_url'),
            $this->config->text(self::GENERAL . 'product_to_asset_url'),
            new ImsCredentials(
                $this->config->text(self::GENERAL . 'matcher_client_id'),
                $this->config->text(self::GENERAL . 'matcher_client_secret'),
                ...($oauthUrl === '' ? [] : ['imsUrl' => $oauthUrl]),
                orgId: $this->config->text(self::GENERAL . 'matcher_org_id'),
            ),
        );
    }

    private function registration(string $name): string
    {
        return $this->config->text(self::REGISTRATION . $name) ?: $this->config->text(self::CONNECTOR[$name]);
    }

    private function required(string $name, string $label): string
    {
        $value = $this->registration($name);

        return $value !== '' ? $value : throw new LocalizedException(
            __('AEM Assets cannot be connected: %1 is not set in Stores > Configuration > Services > AEM Assets Integration.', $label),
        );
    }
}
