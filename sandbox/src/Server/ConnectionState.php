<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

enum ConnectionState
{
    case Reading;
    case Handling;
    case Writing;
    /** The answer is out; what the client still sends is read and thrown away. */
    case Lingering;
    case Closed;
}
