<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** A source that cannot be read completely. */
final class SourceException extends \RuntimeException
{
}
