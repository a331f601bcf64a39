<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** What is done with an item of the input. */
enum Decision
{
    /** It is switched off and was never sent: nothing. */
    case Skip;
    /** It is as it was when it was handled. */
    case Unchanged;
    /** It cannot be mapped: the refusal is written, and nothing sent. */
    case Reject;
    /** Its deletion is written, and sent from the table after all live items. */
    case Delete;
    /** It is written and sent. */
    case Send;
}
