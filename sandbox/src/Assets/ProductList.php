<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\InvalidSetting;

/** The products that Commerce has. */
final class ProductList
{
    private const MAX_BYTES = 64 * 1024 * 1024;

    /** @param array<int|string, true> $skus */
    private function __construct(private readonly array $skus)
    {
    }

    /**
     * One SKU a line.
     *
     * @throws InvalidSetting
     */
    public static function ofFile(string $file): self
    {
        $text = @file_get_contents($file, false, null, 0, self::MAX_BYTES + 1);
        if ($text === false || strlen($text) > self::MAX_BYTES) {
            throw new InvalidSetting('--products must be any, or a file of at most 64 MiB with one SKU a line.');
        }
        $skus = preg_split('/[\r\n]+/', $text, -1, PREG_SPLIT_NO_EMPTY);

        return new self(array_fill_keys(is_array($skus) ? $skus : [], true));
    }

    public function has(string $sku): bool
    {
        return isset($this->skus[$sku]);
    }
}
