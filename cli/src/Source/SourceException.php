<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** A source that cannot be read, or not to its end. */
final class SourceException extends \RuntimeException
{
}
