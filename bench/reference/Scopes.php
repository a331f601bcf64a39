<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * Websites and store views that are switched off: their items map to delete bodies.
 */
final class Scopes
{
    /** @var array<string, true> */
    private readonly array $websites;

    /** @var array<string, true> */
    private readonly array $storeViews;

    /**
     * @param list<string> $disabledWebsites
     * @param list<string> $disabledStoreViews
     */
    public function __construct(array $disabledWebsites = [], array $disabledStoreViews = [])
    {
        $this->websites = array_fill_keys($disabledWebsites, true);
        $this->storeViews = array_fill_keys($disabledStoreViews, true);
    }

    public function isWebsiteDisabled(string $code): bool
    {
        return isset($this->websites[$code]);
    }

    public function isStoreViewDisabled(string $code): bool
    {
        return isset($this->storeViews[$code]);
    }
}
