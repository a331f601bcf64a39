<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** What can be done about an error of the database. */
enum DatabaseError
{
    /** The connection is gone, and with it what was not committed. */
    case ConnectionLost;
    /** Another transaction was first: this one can be tried again. */
    case Conflict;
    /** One row cannot be written as it is; others can. */
    case Row;
    case Other;
}
