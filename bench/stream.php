<?php

/**
 * Memory and throughput of a sync of many items from standard input: first all new, then all unchanged.
 */

declare(strict_types=1);

require __DIR__ . '/../tests/cli/cli.inc';
require __DIR__ . '/../tests/cli/mariadb.inc';

const USAGE = <<<'TEXT'
    Usage: bench/stream [--items N] [--mariadb] [--array]

      --items N   price items (default 1000000)
      --mariadb   tables in a MariaDB server of its own (default: SQLite)
      --array     one JSON array instead of JSON lines

    The sandbox receives the items, without rate limits. Exit code 0: memory stays flat, 1: it does not, 2: wrong usage.

    TEXT;
/** What a buffer more or less may make. */
const FLAT_KIB = 2048;

$options = getopt('', ['items:', 'mariadb', 'array', 'help'], $rest);
if (isset($options['help']) || $rest !== $argc || !ctype_digit($options['items'] ?? '1')) {
    fwrite(isset($options['help']) ? STDOUT : STDERR, USAGE);
    exit(isset($options['help']) ? 0 : 2);
}

/** Writes the items and reads the memory of the process at each fifth of them. @return list<int> KiB */
function feed(int $items, bool $asArray, mixed $pipe, int $pid): array
{
    $memory = [];

    for ($i = 1; $i <= $items; $i++) {
        $line = json_encode(price('SKU-' . intdiv($i, 4), 10 + $i % 100 / 4));
        $line = str_replace('"websiteCode":"base"', '"websiteCode":"site_' . $i % 4 . '"', $line);
        fwrite($pipe, $asArray ? ($i === 1 ? '[' : ',') . $line : "$line\n");

        if ($i % intdiv($items, 5) === 0) {
            preg_match('/^VmRSS:\s+(\d+)/m', (string) @file_get_contents("/proc/$pid/status"), $match);
            $memory[] = (int) ($match[1] ?? 0);
        }
    }

    fwrite($pipe, $asArray ? ']' : '');
    fclose($pipe);

    return $memory;
}

$items = max(5, (int) ($options['items'] ?? 1000000));
$cli = (new Cli())->startSandbox();
if (isset($options['mariadb'])) {
    $server = new MariaDb();
    $cli->useDatabase($server->database());
}
$cli->init();
$isFlat = true;
foreach (['new', 'unchanged'] as $label) {
    $start = microtime(true);
    $out = tmpfile();
    $streams = [['pipe', 'r'], $out, ['file', '/dev/null', 'w']];
    $process = $cli->start(['sync', '--feed=prices', '-', '--json'], [], $streams, $pipes);
    $memory = feed($items, isset($options['array']), $pipes[0], proc_get_status($process)['pid']);
    do {
        $status = proc_get_status($process);
        usleep(5000);
    } while ($status['running']);
    $seconds = microtime(true) - $start;
    rewind($out);
    $report = json_decode(stream_get_contents($out), true);
    $counters = $report['feeds']['prices'];
    printf(
        "%s: exit code %d, %s read, %s accepted, %s unchanged, %d requests, %.1f s, %s items/s, memory MiB %s\n",
        $label,
        $status['exitcode'],
        number_format($counters['read']),
        number_format($counters['accepted']),
        number_format($counters['unchanged']),
        $counters['requests'],
        $seconds,
        number_format($items / $seconds),
        implode(' ', array_map(static fn (int $kib): string => number_format($kib / 1024, 1), $memory)),
    );
    $isFlat = $isFlat && $status['exitcode'] === 0 && end($memory) - $memory[0] < FLAT_KIB;
}
exit($isFlat ? 0 : 1);
