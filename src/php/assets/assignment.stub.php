<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * A product that shows an asset.
 *
 * @strict-properties
 * @not-serializable
 */
final class Assignment
{
    public readonly string $sku;

    /** list<string>, e.g. `image`, `small_image`, `thumbnail`, `swatch_image`. */
    public readonly array $roles;

    /** null: at the end. */
    public readonly ?int $position;

    /**
     * @param string $sku at most 255 bytes
     * @param array $roles list<string>, at most 64
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(string $sku, array $roles = [], ?int $position = null) {}
}
