<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

/** The description of a fault cannot be used. The message says what to change. */
final class InvalidFault extends \RuntimeException
{
}
