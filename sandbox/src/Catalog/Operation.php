<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

enum Operation: string
{
    case Create = 'create';
    case Update = 'update';
    case Delete = 'delete';
}
