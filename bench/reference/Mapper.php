<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

interface Mapper
{
    /**
     * @param array<string, mixed> $item a feed item as Commerce assembles it
     * @return Document|null null for an item that is never submitted
     * @throws MappingFailure
     */
    public function map(array $item): ?Document;
}
