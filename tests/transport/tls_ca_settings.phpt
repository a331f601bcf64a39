--TEST--
TLS: the CA of caFile, of aco.ca_bundle, and of neither; files that hold none stop the stream with their name
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_openssl.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new TestServer();
$certificates = new Certificates();
$folder = $certificates->folder->path;
file_put_contents("$folder/garbage.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
file_put_contents("$folder/empty.pem", '');
file_put_contents("$folder/text.pem", "no certificate\n");
$code = <<<'PHP'
    [, $url, $plain, $file, $delete] = $argv;
    $caFile = $file === '' ? null : $file;
    $connection = new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $plain, transport: new Aco\Transport(caFile: $caFile, proxy: ''));
    $delete && unlink($file);
    $client = new Aco\Client($connection, limits());
    $submission = $client->submit(Aco\Feed::Prices, prices(3));
    echo json_encode([$submission->status, $submission->accepted, $submission->retryable, $submission->reason, $client->stats()['retries']]);
    PHP;
$before = getenv('TEST_PHP_EXTRA_ARGS');
$run = static function (
    string $label,
    string $bundle,
    string $file,
    string $pattern,
    bool $delete = false,
) use ($before, $certificates, $server, $code, $folder): void {
    $front = new TlsFront($certificates->file('good'), $server->port);
    $module = __DIR__ . '/../../modules/aco.so';
    $base = $before === false || $before === '' ? '-d extension=' . escapeshellarg($module) : $before;
    putenv("TEST_PHP_EXTRA_ARGS=$base -d aco.ca_bundle=" . escapeshellarg($bundle === '' ? '' : "$folder/$bundle"));
    [$output] = run_php($code, $front->url, $server->url, $file === '' ? '' : "$folder/$file", $delete ? '1' : '');
    $seen = $front->stop();
    if (!is_array($result = json_decode($output, true))) {
        echo "$label: UNEXPECTED $output\n";
        return;
    }
    [$status, $accepted, $retryable, $reason, $retries] = $result;
    echo "$label: $status accepted $accepted, retryable $retryable\n";
    if ($status !== 200) {
        check('  the reason', preg_match("~$pattern~", $reason) === 1, $reason);
        check(
            '  nothing was sent, once',
            $seen['bytes'] === 0 && $seen['connections'] <= 1 && $retries === 0,
            [$seen, $retries],
        );
    }
};
$refused = '^the server\'s certificate is refused';
$run('neither', '', '', $refused);
$run('aco.ca_bundle', 'ca.pem', '', '');
$run('caFile', '', 'ca.pem', '');
$run('caFile instead of aco.ca_bundle', 'another_ca.pem', 'ca.pem', '');
$run('aco.ca_bundle does not help a wrong caFile', 'ca.pem', 'another_ca.pem', $refused);
$run('the certificate itself', '', 'good.pem', '');
foreach (['garbage', 'empty', 'text'] as $name) {
    $run("caFile with $name", '', "$name.pem", "$name\.pem");
    $run("aco.ca_bundle with $name", "$name.pem", '', "$name\.pem");
}
$run('aco.ca_bundle that is missing', 'missing.pem', '', 'missing\.pem');
$run('aco.ca_bundle that is a folder', '.', '', preg_quote($folder, '~'));
copy("$folder/ca.pem", "$folder/gone.pem");
$run('caFile deleted meanwhile', '', 'gone.pem', 'gone\.pem', true);
?>
--EXPECT--
neither: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
aco.ca_bundle: 200 accepted 3, retryable 0
caFile: 200 accepted 3, retryable 0
caFile instead of aco.ca_bundle: 200 accepted 3, retryable 0
aco.ca_bundle does not help a wrong caFile: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
the certificate itself: 200 accepted 3, retryable 0
caFile with garbage: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
aco.ca_bundle with garbage: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
caFile with empty: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
aco.ca_bundle with empty: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
caFile with text: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
aco.ca_bundle with text: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
aco.ca_bundle that is missing: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
aco.ca_bundle that is a folder: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
caFile deleted meanwhile: 2 accepted 0, retryable 3
  the reason: ok
  nothing was sent, once: ok
