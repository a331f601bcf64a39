<?php

declare(strict_types=1);

namespace Aco\Store;

/** The store cannot be used now; its message names no password. */
final class Unavailable extends \RuntimeException
{
}
