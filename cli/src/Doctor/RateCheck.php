<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Config\SharedQuota;
use Aco\Cli\Files\Matches;
use Aco\Cli\Files\Owners;
use Aco\Cli\Files\OwnFolder;

/** The extension's own folder, where the processes of a user share rates, pauses and tokens. */
final class RateCheck
{
    /** @return iterable<Finding> */
    public static function findings(): iterable
    {
        $named = (string) ini_get('aco.state_dir');
        $folder = $named !== '' ? $named : rtrim(sys_get_temp_dir(), '/') . '/aco-' . (Owners::self() ?? '');
        if (!is_dir($folder)) {
            yield is_dir(dirname($folder)) && is_writable(dirname($folder))
                ? Finding::ok('rates', "$folder is made by the first sync.")
                : Finding::critical('rates', "$folder, where rates and tokens are shared, cannot be made: create "
                    . 'it for this user with mode 0700, or set aco.state_dir in php.ini.');

            return;
        }

        if (!is_writable($folder) || (fileperms($folder) & 0077) !== 0 || !OwnFolder::isSafe($folder)) {
            $mode = sprintf('%04o', fileperms($folder) & 07777);
            yield Finding::warning('rates', "$folder (mode $mode), where rates and tokens are shared, is not this user's "
                . 'alone, so every process counts for itself: run chmod 700 and chown on it, or set aco.state_dir.');

            return;
        }

        $files = count(Matches::in($folder, 'quota-*'));
        yield Finding::ok('rates', "Rates and tokens are shared in $folder"
            . ($files === 0 ? ', where nothing was sent yet.' : '.'));
    }

    /**
     * @param array<string, string> $values stored settings
     * @return iterable<Finding> the store in which several hosts share rates, where there is one
     */
    public static function store(array $values): iterable
    {
        $options = SharedQuota::options($values);
        if ($options === []) {
            return;
        }

        try {
            // Reads, and replaces nothing.
            $options['shared']->swap('doctor', null, null, 1);
        } catch (\Throwable $e) {
            yield Finding::warning('store', 'The shared store does not respond (' . rtrim($e->getMessage(), '.')
                . "), so each of {$options['hosts']} hosts keeps to its share of the rates: check ACO_SHARED_STORE and "
                . 'the server.');

            return;
        }

        yield Finding::ok('store', "{$options['hosts']} hosts share rates and tokens through the shared store.");
    }
}
