<?php

declare(strict_types=1);

namespace Aco\Sandbox\Access;

use Aco\Sandbox\Catalog\CatalogSettings;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Operation;
use Aco\Sandbox\Http\Response;

/**
 * The three rate limits of a tenant. Each leaves room for a short burst, because a client that keeps the rate on
 * average may still arrive a little early: for requests one second's worth, for items one batch.
 */
final class Quota
{
    private const PRODUCT_BATCH = 100;
    private const PRICE_BATCH = 500;

    /** @var list<SlidingWindow> */
    private array $requests = [];
    private ?SlidingWindow $products = null;
    private ?SlidingWindow $prices = null;

    public function __construct(CatalogSettings $settings)
    {
        $rate = $settings->requestsPerSecond;
        if ($rate > 0) {
            $this->requests = [
                new SlidingWindow(1.0, (int) ceil(2 * $rate) + 1),
                new SlidingWindow(10.0, (int) ceil(11 * $rate) + 1),
            ];
        }

        if ($settings->productsPerMinute > 0) {
            $this->products = new SlidingWindow(60.0, $settings->productsPerMinute + self::PRODUCT_BATCH);
        }
        if ($settings->pricesPerMinute > 0) {
            $this->prices = new SlidingWindow(60.0, $settings->pricesPerMinute + self::PRICE_BATCH);
        }
    }

    /** Counts a request. @return Response|null the refusal; a refused request does not count */
    public function takeRequest(): ?Response
    {
        $now = microtime(true);
        $wait = 0.0;

        foreach ($this->requests as $window) {
            $wait = max($wait, $window->waitFor(1, $now));
        }

        if ($wait > 0) {
            return self::refusal($wait, 'requests per second');
        }

        foreach ($this->requests as $window) {
            $window->add(1, $now);
        }

        return null;
    }

    public function refuseItems(EntityKind $kind, Operation $operation, int $count): ?Response
    {
        $wait = $this->itemWindow($kind, $operation)?->waitFor($count, microtime(true)) ?? 0.0;

        return $wait > 0 ? self::refusal($wait, strtolower($kind->title()) . ' per minute') : null;
    }

    public function countItems(EntityKind $kind, Operation $operation, int $count): void
    {
        $this->itemWindow($kind, $operation)?->add($count, microtime(true));
    }

    /** Deletions are free: the documented rates are about what is created or updated. */
    private function itemWindow(EntityKind $kind, Operation $operation): ?SlidingWindow
    {
        return match (true) {
            $operation === Operation::Delete => null,
            $kind === EntityKind::Products => $this->products,
            $kind === EntityKind::Prices => $this->prices,
            default => null,
        };
    }

    private static function refusal(float $wait, string $what): Response
    {
        $seconds = (int) max(1, ceil($wait));

        return Response::html(
            429,
            "<html><body><h1>Too many requests</h1><p>Too many $what. Try again in $seconds s.</p></body></html>",
            ['retry-after' => (string) $seconds],
        );
    }
}
