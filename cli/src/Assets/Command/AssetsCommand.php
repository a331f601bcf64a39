<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Command\EndsOnSignal;
use Symfony\Component\Console\Command\SignalableCommandInterface;

/** What the commands that an AssetsRunner carries out have in common. */
abstract class AssetsCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    protected function configure(): void
    {
        $this->addDueOption();
    }
}
