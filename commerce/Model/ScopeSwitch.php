<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Magento\Framework\App\Config\ReinitableConfigInterface;
use Magento\Framework\App\Config\Storage\WriterInterface;

/** Whether a website or a store view is exported. A change has all feeds collected again. */
class ScopeSwitch
{
    public function __construct(
        private readonly WriterInterface $writer,
        private readonly ReinitableConfigInterface $cache,
        private readonly Config $settings,
        private readonly FeedInvalidation $feeds,
    ) {
    }

    /** @param string $scope websites or stores */
    public function set(string $scope, int $id, bool $enabled): void
    {
        if ($this->isEnabled($scope, $id) === $enabled) {
            return;
        }

        $this->writer->save(Config::PATH_SCOPE_ENABLED[$scope], $enabled ? '1' : '0', $scope, $id);
        $this->cache->reinit();
        $this->feeds->execute();
    }

    public function isEnabled(string $scope, int $id): bool
    {
        return $this->settings->isScopeEnabled($scope, $id);
    }
}
