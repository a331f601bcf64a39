--TEST--
The client secret is in no dump, cast, export, reflection or trace
--EXTENSIONS--
aco
--SKIPIF--
<?php if (PHP_VERSION_ID < 80200) die('skip traces show arguments before PHP 8.2'); ?>
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php
const SECRET = 's3cr3t-Value';

function captured(callable $print): string
{
    ob_start();
    $print();
    return ob_get_clean();
}

function shown(string $label, string $text): void
{
    echo $label, ': ',
        str_contains($text, SECRET) ? 'THE SECRET IS SHOWN' : ($text === '' ? 'NOTHING AT ALL' : 'no secret'), "\n";
}

$transport = new Aco\Transport(proxy: 'http://user:' . SECRET . '@127.0.0.1:1');
$credentials = new Aco\ImsCredentials('client', SECRET);
$connection = new Aco\Connection('tenant', 'client', SECRET, 'https://a.example', 'org', transport: $transport);
$client = new Aco\Client($connection);
$stream = $client->open(Aco\Feed::Prices);
foreach ([
    'transport' => $transport, 'credentials' => $credentials, 'connection' => $connection, 'client' => $client,
    'stream' => $stream,
] as $label => $object) {
    shown("$label var_dump", captured(static fn () => var_dump($object)));
    shown("$label print_r", print_r($object, true));
    shown("$label var_export", (string) @var_export($object, true));
    shown("$label debug_zval_dump", captured(static fn () => debug_zval_dump($object)));
    shown("$label cast", print_r((array) $object, true));
    shown("$label json", (string) json_encode($object));
    shown("$label get_object_vars", print_r(get_object_vars($object), true));
    shown("$label mangled", print_r(get_mangled_object_vars($object), true));
    shown("$label reflection", (string) new ReflectionObject($object));
    shown("$label iteration", print_r(iterator_to_array((static function () use ($object) {
        foreach ($object as $name => $value) {
            yield $name => $value;
        }
        yield 'end' => 1;
    })()), true));
}

$calls = [
    'bad argument' => static fn () => new Aco\Connection('', 'client', SECRET, 'https://a.example'),
    'bad secret' => static fn () => new Aco\Connection('tenant', 'client', SECRET . "\n", 'https://a.example'),
    'wrong type' => static fn () => new Aco\Connection('tenant', 'client', SECRET, []),
    'wrong type of the secret' => static fn () => new Aco\Connection('tenant', 'client', [SECRET], 'https://a.example'),
    'too few' => static fn () => new Aco\Connection('tenant', 'client', SECRET),
    'named' => static fn () => new Aco\Connection(
        tenantId: '',
        clientId: 'c',
        clientSecret: SECRET,
        ingestionUrl: 'https://a.example',
    ),
    'discover, bad argument' => static fn () => Aco\Connection::discover('', 't', 'c', SECRET),
    'discover, no service' => static fn () => Aco\Connection::discover(
        'o',
        't',
        'c',
        SECRET,
        'http://127.0.0.1:1',
        'http://127.0.0.1:1',
        transport: new Aco\Transport(proxy: ''),
    ),
    'proxy, bad argument' => static fn () => new Aco\Transport(proxy: 'http://user:' . SECRET . "@\n"),
    'proxy, wrong type' => static fn () => new Aco\Transport(proxy: [SECRET]),
    'proxy, another argument' => static fn () => new Aco\Transport(
        proxy: 'http://user:' . SECRET . '@127.0.0.1:1',
        timeoutMs: 0,
    ),
    'proxy that cannot be used' => static fn () => Aco\Connection::discover(
        'o',
        't',
        'c',
        's',
        transport: new Aco\Transport(proxy: 'no://user:' . SECRET . '@a'),
    ),
    'proxy, no service' => static fn () => Aco\Connection::discover('o', 't', 'c', 's', transport: $transport),
    'credentials, bad argument' => static fn () => new Aco\ImsCredentials('', SECRET),
    'credentials, wrong type' => static fn () => new Aco\ImsCredentials('c', [SECRET]),
    'twice' => static fn () => $connection->__construct('tenant', 'client', SECRET, 'https://a.example'),
];
foreach ($calls as $label => $call) {
    try {
        $call();
        echo "$label: NO EXCEPTION\n";
    } catch (Throwable $e) {
        shown("$label", $e . print_r($e, true) . captured(static fn () => var_dump($e)) . captured(
            static fn () => var_dump($e->getTrace()),
        ));
    }
}
?>
--EXPECT--
transport var_dump: no secret
transport print_r: no secret
transport var_export: no secret
transport debug_zval_dump: no secret
transport cast: no secret
transport json: no secret
transport get_object_vars: no secret
transport mangled: no secret
transport reflection: no secret
transport iteration: no secret
credentials var_dump: no secret
credentials print_r: no secret
credentials var_export: no secret
credentials debug_zval_dump: no secret
credentials cast: no secret
credentials json: no secret
credentials get_object_vars: no secret
credentials mangled: no secret
credentials reflection: no secret
credentials iteration: no secret
connection var_dump: no secret
connection print_r: no secret
connection var_export: no secret
connection debug_zval_dump: no secret
connection cast: no secret
connection json: no secret
connection get_object_vars: no secret
connection mangled: no secret
connection reflection: no secret
connection iteration: no secret
client var_dump: no secret
client print_r: no secret
client var_export: no secret
client debug_zval_dump: no secret
client cast: no secret
client json: no secret
client get_object_vars: no secret
client mangled: no secret
client reflection: no secret
client iteration: no secret
stream var_dump: no secret
stream print_r: no secret
stream var_export: no secret
stream debug_zval_dump: no secret
stream cast: no secret
stream json: no secret
stream get_object_vars: no secret
stream mangled: no secret
stream reflection: no secret
stream iteration: no secret
bad argument: no secret
bad secret: no secret
wrong type: no secret
wrong type of the secret: no secret
too few: no secret
named: no secret
discover, bad argument: no secret
discover, no service: no secret
proxy, bad argument: no secret
proxy, wrong type: no secret
proxy, another argument: no secret
proxy that cannot be used: no secret
proxy, no service: no secret
credentials, bad argument: no secret
credentials, wrong type: no secret
twice: no secret
