<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Cron\StopSignal;

/** For commands that work without end: SIGINT and SIGTERM let them end what they have begun. */
trait StopsOnSignal
{
    use EndsOnSignal;

    private readonly StopSignal $stop;

    public function __construct()
    {
        parent::__construct();
        $this->stop = new StopSignal();
    }

    public function handleSignal(int $signal, int|false $previousExitCode = 0): int|false
    {
        $this->stop->request();

        return false;
    }
}
