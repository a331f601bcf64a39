--TEST--
TLS: caFile and aco.ca_bundle stand instead of the system's folder of CAs, not beside it
--EXTENSIONS--
aco
--SKIPIF--
<?php
require __DIR__ . '/skipif_openssl.inc';
exec('unshare -rm sh -c "mount --bind /tmp /etc/ssl/certs" 2>&1', $output, $code);
if ($code !== 0) {
    die('skip no mount namespace can be had, in which to replace /etc/ssl/certs');
}
?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new TestServer();
$certificates = new Certificates();
$system = $certificates->folder->path . '/system';
mkdir($system);
// The system trusts this authority, by its folder only.
$hash = trim((string) shell_exec(escapeshellarg(helper_php()) . ' -r ' . escapeshellarg('echo openssl_x509_parse(file_get_contents($argv[1]))["hash"];')
    . ' ' . escapeshellarg($certificates->file('another_ca'))));
copy($certificates->file('another_ca'), "$system/$hash.0");
touch("$system/ca-certificates.crt");
$script = $certificates->folder->path . '/client.php';
file_put_contents(
    $script, '<?php require ' . var_export(realpath(__DIR__ . '/../client/server.inc'), true) . ';' . <<<'PHP'
    [, $url, $plain, $file] = $argv;
    $connection = new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $plain, transport: new Aco\Transport(caFile: $file === '' ? null : $file, proxy: ''));
    echo (new Aco\Client($connection, limits()))->submit(Aco\Feed::Prices, prices(3))->accepted;
    PHP);
foreach ([
    'neither' => ['', '', 'good'],
    'caFile' => ['', $certificates->file('ca'), 'good'],
    'caFile, another of the system' => ['', $certificates->file('ca'), 'unknown_ca'],
    'aco.ca_bundle' => [$certificates->file('ca'), '', 'good'],
    'aco.ca_bundle, another of the system' => [$certificates->file('ca'), '', 'unknown_ca'],
] as $label => [$bundle, $file, $certificate]) {
    $front = new TlsFront($certificates->file($certificate), $server->port);
    $command = str_replace(
        ' ' . escapeshellarg($script), ' -d aco.ca_bundle=' . escapeshellarg($bundle) . ' ' . escapeshellarg($script),
        php_command($script, [], $front->url, $server->url, $file));
    $accepted = shell_exec('unshare -rm sh -c ' . escapeshellarg(
        'mount --bind ' . escapeshellarg($system) . " /etc/ssl/certs && $command",
    ));
    $front->stop();
    echo "$label: accepted $accepted\n";
}
?>
--EXPECT--
neither: accepted 0
caFile: accepted 3
caFile, another of the system: accepted 0
aco.ca_bundle: accepted 3
aco.ca_bundle, another of the system: accepted 0
