--TEST--
aco.state_dir: by default a folder of the user in the folder for temporary files; who does not share makes none
--EXTENSIONS--
aco
posix
--FILE--
<?php
require __DIR__ . '/server.inc';

$folder = state_dir();
mkdir($folder, 0700);
$server = new TestServer();
const CLIENT = <<<'PHP'
    [, $url, $shared] = $argv;
    $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $url . '/ims/token/v3', transport: new Aco\Transport(proxy: '')), limits(shared: $shared === 'yes'));
    echo $client->submit(Aco\Feed::Prices, prices(3))->accepted;
    PHP;
foreach (['no', 'yes'] as $shared) {
    // sys_temp_dir is what TMPDIR is for those who set it in php.ini.
    [$output] = run_php_with(['aco.state_dir' => '', 'sys_temp_dir' => $folder], CLIENT, $server->url, $shared);
    echo "$shared: $output ", json_encode(array_map(
        static fn (string $path): string => str_replace('aco-' . posix_geteuid(), 'aco-UID', basename($path))
            . sprintf(' %o', fileperms($path) & 07777),
        glob("$folder/*"),
    )), "\n";
}
putenv("TMPDIR=$folder/of-the-environment");
mkdir("$folder/of-the-environment");
[$output] = run_php_with(['aco.state_dir' => '', 'sys_temp_dir' => ''], CLIENT, $server->url, 'yes');
echo $output, ' ', count(glob("$folder/of-the-environment/aco-" . posix_geteuid())), "\n";

echo "files of the state folder\n";
foreach (glob("$folder/aco-*/*") as $path) {
    printf("%s %o\n", preg_replace('~[0-9a-f]{40}~', 'HASH', basename($path)), fileperms($path) & 07777);
}
foreach ([
    "$folder/aco-" . posix_geteuid(),
    "$folder/of-the-environment/aco-" . posix_geteuid(),
    "$folder/of-the-environment",
] as $used) {
    array_map(unlink(...), array_filter(glob("$used/*"), is_file(...)));
    rmdir($used);
}
?>
--EXPECT--
no: 3 []
yes: 3 ["aco-UID 700"]
3 1
files of the state folder
quota-3-HASH 600
token-1-HASH 600
token-1-HASH.lock 600
