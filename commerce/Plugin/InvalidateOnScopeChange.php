<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\FeedInvalidation;
use Magento\Framework\App\Config\ConfigResource\ConfigInterface;

/**
 * A website or store view that is switched on or off is filled or emptied by the next run of cron, whoever has written
 * the setting.
 */
class InvalidateOnScopeChange
{
    public function __construct(private readonly FeedInvalidation $feeds)
    {
    }

    public function afterSaveConfig(ConfigInterface $subject, mixed $result, string $path): mixed
    {
        return $this->invalidated($path, $result);
    }

    public function afterDeleteConfig(ConfigInterface $subject, mixed $result, string $path): mixed
    {
        return $this->invalidated($path, $result);
    }

    private function invalidated(string $path, mixed $result): mixed
    {
        if (in_array($path, Config::PATH_SCOPE_ENABLED, true)) {
            $this->feeds->execute();
        }

        return $result;
    }
}
