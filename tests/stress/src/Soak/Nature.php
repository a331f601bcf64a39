<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

/**
 * What becomes of an item whatever the network does. The value is a word that the item carries.
 */
enum Nature: string
{
    /** It is delivered. */
    case Good = 'good';

    /** The server names it and refuses it. */
    case Refused = 'refused';

    /** The server refuses any request with it and does not say why, until it stands alone. */
    case Poison = 'poison';

    /** It alone is larger than a request may be. */
    case Giant = 'giant';

    /** The mapper refuses it: it is never sent. */
    case Unmappable = 'unmappable';
}
