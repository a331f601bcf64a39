<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** What happens to an item of the input. */
enum Decision
{
    /** It belongs to a disabled scope and was never sent: nothing is done. */
    case Skip;
    /** It is the same as before. */
    case Unchanged;
    /** It cannot be mapped: the refusal is written, and nothing sent. */
    case Reject;
    /** Its deletion is written, and sent from the table after all live items. */
    case Delete;
    /** It is written and sent. */
    case Send;
}
