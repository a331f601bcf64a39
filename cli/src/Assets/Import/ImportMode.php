<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

/** What an import does with what it reads. */
enum ImportMode: string
{
    /** Takes in everything. */
    case Import = 'import';
    /** Says what differs, and changes nothing. */
    case Check = 'check';
    /** Takes in what differs. */
    case Repair = 'repair';
}
