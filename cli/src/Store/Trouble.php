<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** What can be done about an error of the database. */
enum Trouble
{
    /** The connection is gone, what was not committed with it. */
    case ConnectionLost;
    /** Another process was first: the same transaction works when it is tried again. */
    case Conflict;
    /** One row cannot be written as it is: others can. */
    case Row;
    case Other;
}
