<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Aco\Feed;

/** Knows the items of websites and store views that are switched off. */
class ScopeFilter
{
    /** @var array<string, bool> by feed scope and code */
    private array $known = [];

    public function __construct(private readonly Config $config)
    {
    }

    /** @param array<string, mixed> $item */
    public function isExcluded(Feed $feed, array $item): bool
    {
        $byWebsite = $feed === Feed::Prices || $feed === Feed::PriceBooks;
        $code = $item[$byWebsite ? 'websiteCode' : 'storeViewCode'] ?? null;
        if (!is_string($code)) {
            return false;
        }

        return !($this->known[($byWebsite ? 'website/' : 'view/') . $code]
            ??= $byWebsite ? $this->config->isWebsiteEnabled($code) : $this->config->isStoreViewEnabled($code));
    }
}
