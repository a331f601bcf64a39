<?php

declare(strict_types=1);

namespace Aco\Sandbox;

/** An option has a value that cannot be used. The message says what to change. */
final class InvalidSetting extends \RuntimeException
{
}
