<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

enum DeliveryMode
{
    case Whole;
    /** Cut the connection with a TCP reset and send nothing. */
    case Reset;
    /** Send bytes that are not HTTP. */
    case Garbage;
    /** Send the head and only the first $amount bytes of the body. */
    case Truncated;
    /** Send only the first $amount bytes of the response, head included. */
    case Cut;
    /** Send $amount bytes per second. */
    case Slow;
}
