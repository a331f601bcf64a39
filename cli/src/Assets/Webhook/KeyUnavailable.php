<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

/** A public key could not be read now. */
final class KeyUnavailable extends \RuntimeException
{
}
