--TEST--
The log: several processes write at once, whole lines only; full files are rotated and a few are kept
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('pcntl_fork') ? '' : 'skip pcntl is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Log\LogFile;

$dir = scratch();
$path = "$dir/log/aco.log";
$children = [];
for ($child = 0; $child < 4; $child++) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        $file = new LogFile($path, 20000, 50);
        for ($i = 0; $i < 500; $i++) {
            $file->append(json_encode(['child' => $child, 'i' => $i, 'text' => str_repeat("$child", $i % 200)]) . "\n");
        }
        // Without the parent's shutdown functions.
        posix_kill(getmypid(), SIGKILL);
    }
    $children[] = $pid;
}
foreach ($children as $pid) {
    pcntl_waitpid($pid, $status);
}
$lines = array_merge(...array_map(file(...), glob("$path*") ?: []));
$broken = array_filter($lines, static fn (string $line): bool => json_decode($line) === null);
check('no line is lost or mixed', count($lines) === 2000 && $broken === [], [count($lines), count($broken)]);
$sizes = array_map(filesize(...), array_filter(
    glob("$path*"),
    static fn (string $name): bool => !str_ends_with($name, '.lock'),
));
// A line may land in a file that another process is just rotating.
check('files are bounded', count($sizes) > 5 && max($sizes) < 22000, $sizes);

echo "-- few are kept\n";
$file = new LogFile("$dir/few/aco.log", 100, 2);
for ($i = 0; $i < 20; $i++) {
    $file->append(str_pad("$i", 40, '.') . "\n");
}
echo implode(' ', array_diff(array_map(basename(...), glob("$dir/few/*")), ['aco.log.lock'])), "\n";
echo implode(',', array_map(
    intval(...),
    [...file("$dir/few/aco.log.2"), ...file("$dir/few/aco.log.1"), ...file("$dir/few/aco.log")],
)),
    "\n";
check(
    'modes',
    array_unique(array_map(static fn (string $name): int => fileperms($name) & 0777, glob("$dir/few/*"))) === [0600],
);
check(
    'removed by somebody',
    unlink("$dir/few/aco.log") && $file->append("again\n") && file_get_contents("$dir/few/aco.log") === "again\n",
);
?>
--EXPECT--
no line is lost or mixed: yes
files are bounded: yes
-- few are kept
aco.log aco.log.1 aco.log.2
14,15,16,17,18,19
modes: yes
removed by somebody: yes
