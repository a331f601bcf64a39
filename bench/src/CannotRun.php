<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A command cannot be run so, or not on this machine.
 */
final class CannotRun extends \RuntimeException
{
}
