<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** An item that is not an event of an asset or product; the message says why. */
final class UnusableEvent extends \RuntimeException
{
}
