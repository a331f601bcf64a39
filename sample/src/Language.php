<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The value is the position in every list of translations.
 */
enum Language: int
{
    case English = 0;
    case French = 1;
    case German = 2;
}
