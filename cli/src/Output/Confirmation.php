<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\MonotonicClock;
use Symfony\Component\Console\Output\OutputInterface;

/** Says on standard error what is about to happen and, on a terminal, asks whether it may. */
final class Confirmation
{
    private const SECONDS = 300;
    /** Between looks at the time; a signal, such as that which renews locks, ends one as well. */
    private const SLICE_SECONDS = 1;

    /** @return bool true as well where nobody can be asked: the option that brought us here is the word then */
    public static function of(Console $console, string $sentence, string $question): bool
    {
        $isTerminal = $console->input->isInteractive() && stream_isatty(STDIN);
        $console->errors()->write(
            $isTerminal ? "\n$sentence. $question [y/N] " : "$sentence.\n",
            options: $isTerminal ? OutputInterface::VERBOSITY_QUIET : OutputInterface::VERBOSITY_NORMAL,
        );

        return !$isTerminal || in_array(strtolower(trim(self::line())), ['y', 'yes'], true);
    }

    private static function line(): string
    {
        for ($end = MonotonicClock::seconds() + self::SECONDS; MonotonicClock::seconds() < $end;) {
            $read = [STDIN];
            $none = null;

            if (@stream_select($read, $none, $none, self::SLICE_SECONDS) === 1) {
                return (string) fgets(STDIN, 64);
            }
        }

        return '';
    }
}
