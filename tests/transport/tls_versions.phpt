--TEST--
TLS: 1.2 and 1.3 are spoken, older versions are refused even where the system allows them
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_openssl.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new TestServer();
$certificates = new Certificates();
$settings = $certificates->folder->path . '/allow_all.cnf';
file_put_contents($settings, <<<'INI'
    openssl_conf = default
    [default]
    ssl_conf = ssl
    [ssl]
    system_default = all
    [all]
    MinProtocol = TLSv1
    CipherString = ALL:@SECLEVEL=0
    INI);
putenv("OPENSSL_CONF=$settings");
$other = <<<'PHP'
    $context = stream_context_create(['ssl' => ['cafile' => $argv[2], 'ciphers' => 'ALL:@SECLEVEL=0', 'crypto_method' => STREAM_CRYPTO_METHOD_ANY_CLIENT]]);
    echo stream_socket_client($argv[1], $code, $message, 5, STREAM_CLIENT_CONNECT, $context) ? 'taken' : 'refused';
    PHP;
$code = <<<'PHP'
    [, $url, $plain, $file] = $argv;
    $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $plain, transport: new Aco\Transport(caFile: $file, proxy: '')), limits(maxAttempts: 1));
    $submission = $client->submit(Aco\Feed::Prices, prices(3));
    echo $submission->accepted, ' ', $submission->status, ' ', $submission->reason;
    PHP;
foreach (['1.0', '1.1', '1.2', '1.3'] as $version) {
    $front = new TlsFront($certificates->file('good'), $server->port, $version);
    // Shows that this server can be reached with its version.
    $elsewhere = shell_exec(
        escapeshellarg(helper_php()) . ' -r ' . escapeshellarg($other) . " ssl://127.0.0.1:$front->port "
        . escapeshellarg($certificates->file('ca')) . ' 2>&1');
    [$output] = run_php($code, $front->url, $server->url, $certificates->file('ca'));
    $seen = $front->stop();
    echo "$version: elsewhere $elsewhere, handshakes ", $seen['handshakes'], ', accepted ', strtok($output, ' '), "\n";
    if ($version < '1.2') {
        check('  with a reason', preg_match('~^0 2 .*(version|protocol)~i', $output) === 1, $output);
    }
}
?>
--EXPECT--
1.0: elsewhere taken, handshakes 1, accepted 0
  with a reason: ok
1.1: elsewhere taken, handshakes 1, accepted 0
  with a reason: ok
1.2: elsewhere taken, handshakes 2, accepted 3
1.3: elsewhere taken, handshakes 2, accepted 3
