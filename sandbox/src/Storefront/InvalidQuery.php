<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

/** A query that cannot be answered; the message is for whoever sent it. */
final class InvalidQuery extends \RuntimeException
{
}
