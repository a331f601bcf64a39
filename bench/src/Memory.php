<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * How much memory of the machine this process takes more at its peak than at the start, with what libraries allocate.
 */
final class Memory
{
    private readonly int $rssAtStart;

    private readonly int $phpAtStart;

    public function __construct()
    {
        self::loadCode();
        gc_collect_cycles();
        gc_mem_caches();

        if (function_exists('memory_reset_peak_usage')) {
            memory_reset_peak_usage();
        }

        // Makes the peak of the resident set start anew.
        if (@file_put_contents('/proc/self/clear_refs', '5') === false) {
            throw new CannotRun('Memory cannot be measured here: /proc/self/clear_refs is missing or may not be written');
        }

        $this->phpAtStart = memory_get_usage();
        $this->rssAtStart = self::kilobytes('VmRSS');
    }

    /**
     * @return array{rssStartKb: int, rssPeakKb: int, rssGrowthKb: int, phpGrowthKb: int}
     */
    public function figures(): array
    {
        $peak = self::kilobytes('VmHWM');

        return [
            'rssStartKb' => $this->rssAtStart,
            'rssPeakKb' => $peak,
            'rssGrowthKb' => $peak - $this->rssAtStart,
            'phpGrowthKb' => intdiv(memory_get_peak_usage() - $this->phpAtStart, 1024),
        ];
    }

    /**
     * Reads all code that is mapped, so that it counts as there from the start. Libraries come into memory when they
     * run first; these pages are no memory of ours: every process of the machine shares them.
     */
    private static function loadCode(): void
    {
        $memory = @fopen('/proc/self/mem', 'rb');
        if ($memory === false) {
            return;
        }

        stream_set_read_buffer($memory, 0);

        foreach (file('/proc/self/maps') ?: [] as $mapping) {
            if (!preg_match('~^(\\w+)-(\\w+) r-[x-]p \\w+ \\S+ [1-9]\\d* +/~', $mapping, $range)) {
                continue;
            }

            $end = hexdec($range[2]);
            for ($at = hexdec($range[1]); $at < $end && fseek($memory, $at) === 0; $at += 262_144) {
                @fread($memory, min(262_144, $end - $at));
            }
        }

        fclose($memory);
    }

    private static function kilobytes(string $name): int
    {
        preg_match("/^$name:\\s+(\\d+) kB/m", (string) file_get_contents('/proc/self/status'), $found);

        return (int) $found[1];
    }
}
