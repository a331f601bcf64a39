<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

/** How an asset in AEM differs from what products show. */
enum Difference: string
{
    case Missing = 'missing';
    case Changed = 'changed';
    case Extra = 'extra';
    /** Its metadata cannot be used, so that nobody knows what products are to show. */
    case Unusable = 'unusable';
}
