<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

/** Where hosts share a quota. */
interface Store
{
    /** @return string|list<string> address of Redis, or the names of databases in the order in which they are tried */
    public function place(): string|array;

    public function user(): ?string;

    public function password(): string;
}
