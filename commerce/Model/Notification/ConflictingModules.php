<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Notification;

use Magento\Framework\Module\ModuleListInterface;
use Magento\Framework\Notification\MessageInterface;

/**
 * Modules that send the same catalog to Adobe's other services: the answers are 401 or 403 then, and data is doubled.
 */
class ConflictingModules implements MessageInterface
{
    /** How names of modules begin, by package. */
    private const PACKAGES = [
        'magento/live-search' => 'Magento_LiveSearch',
        'magento/product-recommendations' => 'Magento_ProductRecommendations',
        'magento/catalog-service' => 'Magento_CatalogService',
        'magento/module-catalog-sync-admin' => 'Magento_CatalogSyncAdmin',
    ];

    public function __construct(private readonly ModuleListInterface $modules)
    {
    }

    public function getIdentity(): string
    {
        return hash('sha256', 'aco_conflicting_modules' . implode(',', $this->packages()));
    }

    public function isDisplayed(): bool
    {
        return $this->packages() !== [];
    }

    public function getText(): string
    {
        return (string) __(
            'Adobe Commerce Optimizer does not work beside %1: remove these packages with Composer and run bin/magento setup:upgrade.',
            implode(', ', $this->packages()),
        );
    }

    public function getSeverity(): int
    {
        return self::SEVERITY_MAJOR;
    }

    /** @return list<string> */
    private function packages(): array
    {
        $found = [];
        foreach (self::PACKAGES as $package => $prefix) {
            foreach ($this->modules->getNames() as $module) {
                if (str_starts_with($module, $prefix)) {
                    $found[] = $package;
                    break;
                }
            }
        }

        return $found;
    }
}
