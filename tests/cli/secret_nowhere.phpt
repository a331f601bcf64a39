--TEST--
The client secret is in no output and in no file
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const SECRET = 'S3cr3t-that-must-not-leak';

$cli = (new Cli())->startSandbox(['--client-secret=' . SECRET]);
$source = $cli->write('products.jsonl', products(3));
$results = [
    $cli->init([], SECRET),
    $cli->run(['config:init', '--client-secret=' . SECRET, '-vvv']),
    $cli->run(['config:show', '-vvv']),
    $cli->run(['config:show', '--json']),
    $cli->run(['sync', $source, '-vvv']),
    $cli->run(['status', '-vvv']),
    // A failure with a trace.
    $cli->run(['config:init', '--client-secret=' . SECRET, '--tenant-id=nobody', '-vvv']),
];
$cli->fault(['fault' => ['type' => 'status', 'status' => 403]]);
file_put_contents($source, lines(products(3, 'Changed')));
$results[] = $cli->run(['sync', $source, '-vvv']);
$cli->clearFaults();
$cli->stopSandbox();
$results[] = $cli->run(['config:init', '--client-secret=' . SECRET, '-vvv']);
$results[] = $cli->run(['sync', $source, '-vvv']);
// In a place where no value belongs.
$results[] = $cli->run(['config:init', '--client-secret=', SECRET]);
$results[] = $cli->run(['config:init', '--clientsecret=' . SECRET, '--json']);
$results[] = $cli->run(['config:show', '--no-progress=' . SECRET]);
echo 'exit codes: ', implode(' ', array_column($results, 'code')), "\n";

$forms = [SECRET, base64_encode(SECRET), bin2hex(SECRET), substr(SECRET, 0, 12)];
$leaks = [];
foreach ($results as $i => $result) {
    foreach ($forms as $form) {
        if (str_contains($result->out . $result->err, $form)) {
            $leaks[] = "output $i";
        }
    }
}
$searched = 0;
foreach ([$cli->state, "$cli->dir/host"] as $folder) {
    foreach (new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
    ) as $file) {
        $searched++;
        foreach ($forms as $form) {
            if (str_contains(file_get_contents((string) $file), $form)) {
                $leaks[] = (string) $file;
            }
        }
    }
}
check('searched files', $searched >= 3, $searched);
check('no leak', $leaks === [], $leaks);
?>
--EXPECT--
exit codes: 0 0 0 0 0 0 2 3 3 3 2 2 2
searched files: yes
no leak: yes
