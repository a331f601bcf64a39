<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

/** What a tenant's source holds now, which the service has to hold in the end. */
final class Oracle
{
    private const CHANGED = 0.5;
    private const FLIPPED = 0.02;

    /** @var array<string, int> versions by SKU; those that are not in the source are negative */
    private array $versions = [];

    /** @param string $folder of the source */
    public function __construct(int $tenant, int $items, public readonly string $folder)
    {
        mkdir($folder, 0700);
        for ($i = 1; $i <= $items; $i++) {
            $this->versions[sprintf('T%02d-%05d', $tenant, $i)] = 1;
        }
    }

    public static function versionOf(string $name): int
    {
        return (int) substr($name, (int) strrpos($name, ' ') + 1);
    }

    /** Changes items at random, takes some away and brings some back. */
    public function change(): void
    {
        foreach ($this->versions as $sku => $version) {
            $next = abs($version) + (self::draw() < self::CHANGED ? 1 : 0);
            $isThere = ($version > 0) !== (self::draw() < self::FLIPPED);
            // Whoever brings an item back gives it a later version, so that an earlier one can be told.
            $this->versions[$sku] = $isThere ? $next + ($version < 0 ? 1 : 0) : -$next;
        }

        $lines = '';

        foreach ($this->there() as $sku => $version) {
            $lines .= json_encode([
                'sku' => $sku, 'storeViewCode' => 'default', 'name' => "Item $sku, version $version",
                'type' => 'simple', 'status' => 'Enabled', 'urlKey' => strtolower($sku),
                'visibility' => 'Catalog, Search', 'deleted' => false,
            ]) . "\n";
        }

        file_put_contents("$this->folder/next", $lines);
        rename("$this->folder/next", "$this->folder/products.jsonl");
    }

    /** @return array<string, int> versions by SKU */
    public function there(): array
    {
        return array_filter($this->versions, static fn (int $version): bool => $version > 0);
    }

    private static function draw(): float
    {
        return mt_rand() / mt_getrandmax();
    }
}
