--TEST--
aco.state_dir: a folder that cannot be used is refused when the client is made, with what to do
--EXTENSIONS--
aco
posix
--FILE--
<?php
require __DIR__ . '/server.inc';

const CLIENT = <<<'PHP'
    if ($argv[1] === 'as nobody' && posix_geteuid() === 0) {
        posix_setuid(65534);
    }
    $connection = new Aco\Connection(TENANT, 'c', SECRET, 'http://127.0.0.1:1', transport: new Aco\Transport(proxy: ''));
    try {
        new Aco\Client($connection, limits(shared: true));
        echo "made\n";
    } catch (Throwable $thrown) {
        describe($thrown);
    }
    // Who does not share needs none.
    new Aco\Client($connection, limits(shared: false));
    echo 'not shared: made';
    PHP;

function client(string $label, string $folder, string $as = ''): void
{
    [$output] = run_php_with(['aco.state_dir' => $folder], CLIENT, $as);
    // The system's words differ.
    $output = preg_replace('~(?<=cannot be opened: )[^;]+~', '*', $output);
    echo "$label\n",
        str_replace($folder === '/' ? 'folder / ' : $folder, $folder === '/' ? 'folder FOLDER ' : 'FOLDER', $output),
        "\n";
}

$folder = state_dir();
client('new', $folder);
printf("%o\n", fileperms($folder) & 07777);
chmod($folder, 0755);
client('open to others', $folder);
chmod($folder, 0710);
client('open to the group', $folder);
client('no folder above it', "$folder/none/none");
touch("$folder/file");
client('a file', "$folder/file");
chmod($folder, 0700);
symlink($folder, "$folder-link");
client('a link', "$folder-link");
unlink("$folder-link");
client('of another user', '/', 'as nobody');
?>
--EXPECT--
new
made
not shared: made
700
open to others
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER is open to other users (mode 0755); run chmod 700 on it, or name another one in aco.state_dir
not shared: made
open to the group
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER is open to other users (mode 0710); run chmod 700 on it, or name another one in aco.state_dir
not shared: made
no folder above it
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER cannot be opened: *; name another one in aco.state_dir
not shared: made
a file
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER cannot be opened: *; name another one in aco.state_dir
not shared: made
a link
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER cannot be opened: *; name another one in aco.state_dir
not shared: made
of another user
Aco\Exception\InvalidArgumentException 0 final: the state folder FOLDER belongs to another user; give this one a folder of its own in aco.state_dir
not shared: made
