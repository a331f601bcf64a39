<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** What makes an entity unique within its kind. Parts that a kind does not have are empty. */
final class EntityKey
{
    public function __construct(
        public readonly string $id,
        public readonly string $scope = '',
        public readonly string $layer = '',
    ) {
    }

    /** The key as one string, for use as an array index. */
    public function __toString(): string
    {
        return $this->id . "\0" . $this->scope . "\0" . $this->layer;
    }
}
