<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Doctor\Doctor;
use Aco\Cli\Doctor\DoctorOutput;
use Aco\Cli\Doctor\Level;
use Aco\Cli\Doctor\WorkCheck;
use Aco\Cli\Log\LoggedOnError;
use Aco\Cli\Output\Console;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'doctor', description: 'Examines the installation, and says what to do')]
final class DoctorCommand extends Command implements LoggedOnError
{
    private const MAX_MINUTES = 9_999_999;

    protected function configure(): void
    {
        $this->addOption('offline', null, InputOption::VALUE_NONE, 'Do without the network: no token, no service');
        self::addMaxWaiting($this);
    }

    /** The option of doctor and status --check. */
    public static function addMaxWaiting(Command $command): void
    {
        $command->addOption(
            'max-waiting',
            null,
            InputOption::VALUE_REQUIRED,
            'Minutes that an item may wait: critical from then on, a warning from half of it',
            (string) WorkCheck::MAX_WAITING,
        );
    }

    public static function maxWaiting(Console $console): int
    {
        return (int) $console->number('max-waiting', 1, self::MAX_MINUTES);
    }

    protected function perform(Console $console): int
    {
        $doctor = new Doctor(
            Workspace::fromInput($console->input),
            !$console->option('offline'),
            self::maxWaiting($console),
        );
        $findings = $doctor->examine();
        DoctorOutput::list($console, $findings);

        return Level::worst($findings)->exitCode();
    }
}
