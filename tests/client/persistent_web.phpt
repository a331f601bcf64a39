--TEST--
aco.persistent: the next request of a web server's process goes on with the connections of the one before
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new TestServer();
$script = tempnam(sys_get_temp_dir(), 'aco');
file_put_contents($script, '<?php require ' . var_export(__DIR__ . '/server.inc', true) . ';' . <<<'PHP'
    $url = $_SERVER['HTTP_X_SERVER'];
    $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $url . '/ims/token/v3', transport: new Aco\Transport(proxy: '')), limits());
    $accepted = $client->submit(Aco\Feed::Prices, prices(2))->accepted;
    echo "$accepted ", $client->stats()['connections'], "\n";
    // What a request leaves behind in whatever way.
    if (isset($_GET['exit'])) {
        $client->submit(Aco\Feed::Prices, prices(600), null, static function (): void {
            exit;
        });
    }
    if (isset($_GET['fatal'])) {
        $client->submit(Aco\Feed::Prices, prices(600), null, static function (): void {
            ini_set('display_errors', '0');
            no_such_function();
        });
    }
    PHP);

/** @return array{0: resource, 1: string, 2: resource} process, address, its log */
function serve(string $script, array $settings): array
{
    $command = str_replace(
        ' ' . escapeshellarg($script) . ' ',
        ' -S 127.0.0.1:0 ' . escapeshellarg($script) . ' ',
        php_command($script, $settings + ['display_errors' => '1']),
    );
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['pipe', 'w']], $pipes);
    while (($line = fgets($pipes[2])) !== false) {
        if (preg_match('~\((http://[^)]+)\) started~', $line, $match) === 1) {
            return [$process, $match[1], $pipes[2]];
        }
    }
    throw new RuntimeException('The web server did not start.');
}

foreach (['1', '0'] as $persistent) {
    echo "aco.persistent=$persistent\n";
    [$process, $address, $log] = serve($script, ['aco.persistent' => $persistent]);
    foreach (['', '', '?exit', '', '?fatal', ''] as $query) {
        echo @file_get_contents("$address/$query", false, stream_context_create([
            'http' => ['header' => "X-Server: $server->url", 'ignore_errors' => true],
        ]));
    }
    proc_terminate($process);
    stream_get_contents($log);
    proc_close($process);
}
unlink($script);
?>
--EXPECT--
aco.persistent=1
2 1
2 0
2 0
2 0
2 0
2 0
aco.persistent=0
2 1
2 1
2 1
2 1
2 1
2 1
