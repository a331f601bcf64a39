<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Assets\Webhook\ReceivedEvents;
use Aco\Cli\CommandFailure;
use Aco\Cli\Cron\Spool;
use Aco\Cli\Cron\SpoolEntry;
use Aco\Cli\FeedName;
use Aco\Cli\Source\ByteReader;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;

/** The argument SOURCE: a file, a spool folder of files, or standard input. */
final class EventSource
{
    public const DESCRIPTION = 'File with JSON lines or a JSON array (may be gzipped), '
        . 'spool folder of .jsonl files, or - for standard input';

    /**
     * Reads everything there is; a file of a spool folder is moved once all of it was taken in.
     *
     * @param \Closure(ItemReader, IntakeReport): void $take
     */
    public static function each(string $source, \Closure $take, IntakeReport $total): void
    {
        if (is_dir($source)) {
            self::checkFolder($source);
            self::folder(AssetSpool::entries(rtrim($source, '/')), $take, $total);

            return;
        }
        if ($source !== '-' && !file_exists($source)) {
            throw new CommandFailure("$source does not exist: give a file, a spool folder, or -.");
        }
        $take($source === '-' ? new ItemReader(ByteReader::standardInput()) : self::open($source), $total);
    }

    /** What is in a spool folder is moved, which no other folder may be taken for. */
    private static function checkFolder(string $folder): void
    {
        $advice = 'give the spool folder of events, or a file.';

        foreach (scandir($folder) ?: [] as $name) {
            if ($name === 'aco.sqlite') {
                throw new CommandFailure("$folder is a state folder: $advice");
            }
            if (preg_match('/^(.+)\.jsonl(?:\.gz)?$/D', $name, $match) === 1 && FeedName::find($match[1]) !== null) {
                throw new CommandFailure("$folder holds feed files, such as $name: $advice");
            }
        }
    }

    /** @param \Closure(ItemReader, IntakeReport): void $take */
    private static function folder(Spool $spool, \Closure $take, IntakeReport $total): void
    {
        $spool->prepare();

        foreach ($spool->take() as $entry) {
            $report = $total->ofFile();

            try {
                $spool->checkLinks($entry);
                $reader = self::open($spool->path($entry));
            } catch (CommandFailure $e) {
                $report->inputError = $e->getMessage();
                $reader = null;
            }

            if ($reader !== null) {
                $take($reader, $report);
            }

            self::settle($spool, $entry, $report);
            $total->read += $report->read;
            $total->foreign += $report->foreign;

            foreach ($report->refusals as $refusal) {
                $total->refuse($refusal['place'], $refusal['reason']);
            }

            $total->refused += $report->refused - count($report->refusals);
            $total->inputError = $total->inputError ?: $report->inputError;
        }
    }

    private static function settle(Spool $spool, SpoolEntry $entry, IntakeReport $report): void
    {
        if ($report->refused > 0 || $report->inputError !== '') {
            $spool->fail($entry, [
                'read' => $report->read, 'refused' => $report->refused, 'refusals' => $report->refusals,
                'inputError' => $report->inputError,
            ]);
        } elseif (str_starts_with($entry->name, ReceivedEvents::PREFIX)) {
            $spool->discard($entry);
        } else {
            $spool->done($entry);
        }
    }

    private static function open(string $path): ItemReader
    {
        try {
            return new ItemReader(ByteReader::file($path));
        } catch (SourceException $e) {
            throw new CommandFailure($e->getMessage() . '.', previous: $e);
        }
    }
}
