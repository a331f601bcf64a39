<?php

/*
 * Runs the first example of README.md with this PHP, against a sandbox of its own. Exit code 0: one price was accepted,
 * the other one rejected.
 */

declare(strict_types=1);

$root = dirname(__DIR__, 2);
$readme = (string) file_get_contents("$root/README.md");
$example = preg_match('~^```php\n(.*?)^```$~ms', $readme, $found) === 1 ? $found[1] : '';
$sandbox = proc_open(
    [PHP_BINARY, "$root/sandbox/server.php", '--port', '0', '--json', '--stop-on-eof'],
    [['pipe', 'r'], ['pipe', 'w'], STDERR],
    $pipes,
);
$url = json_decode((string) fgets($pipes[1]))->url ?? '';
$file = tempnam(sys_get_temp_dir(), 'aco');
file_put_contents($file, str_replace('http://127.0.0.1:8480', $url, $example, $replaced));
exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg($file) . ' 2>&1', $output, $code);
unlink($file);
fclose($pipes[0]);
proc_close($sandbox);

echo implode("\n", $output), "\n";
$isRight = $code === 0
    && $replaced > 0
    && $output[0] === 'accepted 1, rejected 1'
    && preg_match('~^1: .*regular~', $output[1] ?? '') === 1;
echo $isRight ? 'The example of README.md runs.'
    : "The example of README.md does not do what it says: exit code $code", "\n";
exit($isRight ? 0 : 1);
