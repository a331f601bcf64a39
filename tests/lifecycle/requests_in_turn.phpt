--TEST--
Several requests of one process: nothing but connections is left to the next, however a request ends
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

$server = new TestServer(['api' => array_fill(0, 9, ['path' => '/products', 'how' => 'hang'])]);
$router = tempnam(sys_get_temp_dir(), 'aco');
file_put_contents(
    $router, '<?php require_once ' . var_export(realpath(__DIR__ . '/../client/server.inc'), true) . ';' . <<<'PHP'
    use Aco\Feed;
    final class Kept
    {
        public static ?Aco\Client $client = null;
        public static array $more = [];
    }
    $was = Kept::$client === null && Kept::$more === [] ? 'new' : 'LEFT OVER';
    $url = base64_decode($_GET['url']);
    Kept::$client ??= new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $url, transport: new Aco\Transport(proxy: '')), limits(concurrency: 3));
    $client = Kept::$client;
    // One that gets no answer.
    $hang = static function () use ($client): Aco\Stream {
        $stream = $client->open(Feed::Products, null, static function (): void {
            echo 'CALLED LATER';
        });
        foreach (products(120) as $product) {
            $stream->push($product);
        }
        return $stream;
    };
    switch ($_GET['do']) {
        case 'leave a stream': Kept::$more[] = $hang(); break;
        case 'leave a cycle':
            $cycle = new stdClass();
            $cycle->all = [$cycle, $client, $hang()];
            break;
        case 'exit': $client->submit(Feed::Prices, prices(1200), null, static function () use ($hang): void { Kept::$more[] = $hang(); exit($GLOBALS['was']); });
        case 'fatal error': $client->submit(Feed::Prices, prices(1200), null, static function () use ($hang): void { Kept::$more[] = $hang(); strlen([]); });
        case 'memory': $client->submit(Feed::Prices, (static function () { yield from prices(1200); str_repeat('x', 1 << 30); })());
    }
    echo $was, ' ', $client->submit(Feed::Prices, prices(3))->accepted, ' ', $client->stats()['connections'], ' ', getmypid();
    PHP);
foreach (['aco.persistent=1', 'aco.persistent=0'] as $setting) {
    $command = str_replace(' ' . escapeshellarg($router), " -d $setting -d display_errors=1 -d html_errors=0 -d memory_limit=64M -S 127.0.0.1:PORT " . escapeshellarg($router), php_command($router));
    $process = proc_open(
        [getenv('ACO_TEST_SANDBOX_PHP') ?: PHP_BINARY, __DIR__ . '/web_process.inc', $command],
        [['pipe', 'r'], ['pipe', 'w']],
        $pipes,
    );
    $port = (int) fgets($pipes[1]);
    echo "$setting\n";
    $pids = [];
    $last = '';
    foreach ([
        'submit', 'submit', 'leave a stream', 'submit', 'leave a cycle', 'submit', 'exit', 'submit', 'fatal error',
        'submit', 'memory', 'submit', 'submit',
    ] as $do) {
        $answer = (string) file_get_contents(
            "http://127.0.0.1:$port/?" . http_build_query(['do' => $do, 'url' => base64_encode($server->url)]),
            false, stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 20]]));
        if (preg_match('~^(new \d+)( \d+) (\d+)$~', $answer, $match) === 1) {
            $pids[$match[3]] = true;
            // Elsewhere it is a matter of time how many were idle at the end.
            $answer = $match[1] . ($do === $last ? ", connections opened$match[2]" : '');
        }
        $last = $do;
        echo "  $do: ", preg_match('~Fatal error: (Uncaught TypeError|Allowed memory)~', $answer, $match) === 1 ? $match[1] : $answer, "\n";
    }
    check('  one process', count($pids) === 1, $pids);
    fclose($pipes[0]);
    proc_close($process);
}
unlink($router);
?>
--EXPECT--
aco.persistent=1
  submit: new 3
  submit: new 3, connections opened 0
  leave a stream: new 3
  submit: new 3
  leave a cycle: new 3
  submit: new 3
  exit: new
  submit: new 3
  fatal error: Uncaught TypeError
  submit: new 3
  memory: Allowed memory
  submit: new 3
  submit: new 3, connections opened 0
  one process: ok
aco.persistent=0
  submit: new 3
  submit: new 3, connections opened 1
  leave a stream: new 3
  submit: new 3
  leave a cycle: new 3
  submit: new 3
  exit: new
  submit: new 3
  fatal error: Uncaught TypeError
  submit: new 3
  memory: Allowed memory
  submit: new 3
  submit: new 3, connections opened 1
  one process: ok
