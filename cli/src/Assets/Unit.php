<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** What a sink takes as one change. */
enum Unit
{
    /** An asset with its products; a product with its media where it is new. */
    case Asset;
    /** A product with its media. */
    case Product;
}
