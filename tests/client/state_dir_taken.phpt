--TEST--
aco.state_dir: when another user took the usual folder all processes share another one, and say so; root uses no folder of others
--EXTENSIONS--
aco
posix
--SKIPIF--
<?php
if (posix_geteuid() !== 0) {
    die('skip it takes root to be two users');
}
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

const NOBODY = 65534;
const CLIENT = <<<'PHP'
    [, $url, $user] = $argv;
    if ($user !== '0') {
        posix_setgid((int) $user);
        posix_setuid((int) $user);
    }
    $connection = new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $url . '/ims/token/v3', transport: new Aco\Transport(proxy: ''));
    $logger = static function (string $level, string $message): void {
        if ($level === 'warning') {
            echo "$message\n";
        }
    };
    try {
        $client = new Aco\Client($connection, limits(shared: true), $logger);
        $accepted = $client->submit(Aco\Feed::Prices, prices(3))->accepted + $client->submit(Aco\Feed::Prices, prices(3))->accepted;
        echo "accepted $accepted\n";
    } catch (Throwable $thrown) {
        describe($thrown);
    }
    PHP;

function client(TestServer $server, string $folder, array $settings, int $user = 0): void
{
    [$output] = run_php_with($settings, CLIENT, $server->url, (string) $user);
    echo preg_replace(
        ['~(?<=aco-\d-)[0-9a-f]{16}~', '~(?<=aco-65534-)[0-9a-f]{16}~'],
        'RANDOM',
        str_replace($folder, 'FOLDER', $output),
    ),
        "\n";
}

/** Everything in it, with owner and mode. */
function listing(string $folder): void
{
    foreach (new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
        RecursiveIteratorIterator::SELF_FIRST,
    ) as $file) {
        $name = preg_replace(['~[0-9a-f]{40}~', '~-[0-9a-f]{16}~'], ['HASH', '-RANDOM'], substr(
            $file->getPathname(),
            strlen($folder) + 1,
        ));
        $lines[] = sprintf(
            '%s %d %o',
            $name,
            lstat($file->getPathname())['uid'],
            lstat($file->getPathname())['mode'] & 07777,
        );
    }
    sort($lines);
    echo implode("\n", $lines), "\n";
}

// Not below the folder of the tests, which the other user may not reach.
$folder = '/tmp/aco-test-' . bin2hex(random_bytes(8));
mkdir($folder, 0700);
chmod($folder, 01777);
$server = new TestServer();
$default = ['aco.state_dir' => '', 'sys_temp_dir' => $folder];
register_shutdown_function(static fn () => exec('rm -rf ' . escapeshellarg($folder)));

echo "of another user, in root's settings\n";
mkdir("$folder/aco-0", 0700);
chown("$folder/aco-0", NOBODY);
client($server, $folder, ['aco.state_dir' => "$folder/aco-0"]);

echo "the usual one, with a link and a file to be given away in it\n";
file_put_contents("$folder/precious", 'precious');
chmod("$folder/precious", 0600);
foreach (['quota-3-' . sha1($server->url . '/' . TENANT . '/'), 'quota-3-' . sha1($server->url . '/')] as $name) {
    link("$folder/precious", "$folder/aco-0/$name");
}
client($server, $folder, $default);
client($server, $folder, $default);
echo count($server->requests('token')), " token\n";
echo preg_replace('~-[0-9a-f]{16}~', '-RANDOM', str_replace(
    $folder,
    'FOLDER',
    strstr((string) strstr(shell_exec(php_command('--ri', $default, 'aco')), 'State folder'), "\n", true),
)),
    "\n";

echo "its owner gives the name back\n";
array_map(unlink(...), glob("$folder/aco-0/*"));
rmdir("$folder/aco-0");
client($server, $folder, $default);
echo count($server->requests('token')), " token\n";
unlink("$folder/precious");
listing($folder);

echo "the other user, whose name is free and taken\n";
client($server, $folder, $default, NOBODY);
mkdir("$folder/other", 0700);
chmod("$folder/other", 01777);
mkdir("$folder/other/aco-65534", 0700);
client($server, "$folder/other", ['sys_temp_dir' => "$folder/other"] + $default, NOBODY);
?>
--EXPECT--
of another user, in root's settings
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER/aco-0 belongs to another user; give this one a folder of its own in aco.state_dir
the usual one, with a link and a file to be given away in it
the usual state folder FOLDER/aco-0 belongs to another user; FOLDER/aco-0-RANDOM is used instead: remove the former, or set aco.state_dir
accepted 6
the usual state folder FOLDER/aco-0 belongs to another user; FOLDER/aco-0-RANDOM is used instead: remove the former, or set aco.state_dir
accepted 6
1 token
State folder => FOLDER/aco-0-RANDOM: the usual state folder FOLDER/aco-0 belongs to another user; FOLDER/aco-0-RANDOM is used instead: remove the former, or set aco.state_dir
its owner gives the name back
accepted 6
1 token
aco-0-RANDOM 0 700
aco-0-RANDOM/quota-3-HASH 0 600
aco-0-RANDOM/token-1-HASH 0 600
aco-0-RANDOM/token-1-HASH.lock 0 600
the other user, whose name is free and taken
accepted 6
the usual state folder FOLDER/aco-65534 cannot be opened: Permission denied; FOLDER/aco-65534-RANDOM is used instead: remove the former, or set aco.state_dir
accepted 6
