<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Block\Adminhtml;

use Aco\CommerceOptimizer\Model\Config;
use Magento\Backend\Block\Template;
use Magento\Backend\Block\Template\Context;

class Studio extends Template
{
    private const SCHEMES = ['https', 'http'];

    /** @param array<mixed> $data */
    public function __construct(Context $context, private readonly Config $config, array $data = [])
    {
        parent::__construct($context, $data);
    }

    public function isConfigured(): bool
    {
        return $this->config->isConfigured();
    }

    /** Nothing but an address of the web is made a link. */
    public function studioUrl(): string
    {
        $url = $this->config->text(Config::PATH_STUDIO_URL);

        return in_array(strtolower((string) parse_url($url, PHP_URL_SCHEME)), self::SCHEMES, true) ? $url : '';
    }

    /** @return array<string, string> by label */
    public function connection(): array
    {
        return [
            (string) __('Organization') => $this->config->text(Config::PATH_ORGANIZATION),
            (string) __('Tenant') => $this->config->text(Config::PATH_TENANT),
            (string) __('Environment type') => $this->config->text(Config::PATH_TYPE) ?: (string) __('not known'),
            (string) __('Ingestion address') => $this->config->text(Config::PATH_INGESTION_URL),
        ];
    }

    public function configurationUrl(): string
    {
        return $this->getUrl('adminhtml/system_config/edit', ['section' => 'aco_exporter']);
    }

    public function statusUrl(): string
    {
        return $this->getUrl('aco/feed/index');
    }

    public function isAllowed(string $resource): bool
    {
        return $this->getAuthorization()->isAllowed($resource);
    }
}
