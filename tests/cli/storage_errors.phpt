--TEST--
Full disk, read-only folder, damaged database: one sentence and exit code 2
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason(needsRoot: true) ?: mount_skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

function mount(string $options, string $folder): void
{
    exec("mount -t tmpfs -o $options aco " . escapeshellarg($folder), $printed, $code);
    if ($code !== 0) {
        throw new RuntimeException("mount fails: $code");
    }
}

$cli = (new Cli())->startSandbox();
mkdir($cli->state, 0700);
mount('size=1m,mode=0700', $cli->state);
register_shutdown_function(static fn () => exec('umount ' . escapeshellarg($cli->state) . ' 2>/dev/null'));

$cli->init();
$path = $cli->write('products.jsonl', products(3000, str_repeat('A long name ', 8)));
$result = $cli->run(['sync', $path]);
show($result, $cli, 'full');
check('nothing on standard output', $result->out === '', $result->out);
exec('mount -o remount,size=16m ' . escapeshellarg($cli->state));
$result = $cli->run(['sync', $path, '--json']);
check('with room', $result->code === 0 && count($cli->held('products')) === 3000, $result);

exec('mount -o remount,ro ' . escapeshellarg($cli->state), $printed, $code);
check('remounted', $code === 0);
foreach ([['sync', $path], ['config:init', '--requests-per-second=3'], ['status']] as $arguments) {
    show($cli->run($arguments), $cli, $arguments[0]);
}
exec('umount ' . escapeshellarg($cli->state), $printed, $code);
check('unmounted', $code === 0);

mount('size=1m,ro,mode=0700', $cli->state);
show($cli->init(), $cli, 'first config:init, read-only');
exec('umount ' . escapeshellarg($cli->state));
mount('size=4k,mode=0700', $cli->state);
show($cli->init(), $cli, 'first config:init, full');
exec('umount ' . escapeshellarg($cli->state));

file_put_contents("$cli->state/aco.sqlite", str_repeat('no database ', 100));
show($cli->run(['status']), $cli, 'no database');
touch("$cli->dir/file");
show($cli->init([], 'sandbox-secret') , $cli, 'init over it');
show(
    $cli->run(
        ['config:init', ...$cli->connectionOptions(), '--state-dir=file/state'],
        ['ACO_CLIENT_SECRET' => 'sandbox-secret'],
    ),
    $cli,
    'below a file',
);

$cli->run(
    ['config:init', ...$cli->connectionOptions(), '--dsn=sqlite:new.sqlite'],
    ['ACO_CLIENT_SECRET' => 'sandbox-secret'],
);
(new PDO("sqlite:$cli->dir/new.sqlite"))->exec('INSERT INTO schema_version (version) VALUES (99)');
show($cli->run(['status', '--dsn=sqlite:new.sqlite']), $cli, 'of a newer version');
?>
--EXPECT--
full [2] The disk with the database DIR/state/aco.sqlite is full: free some space and run the same command again; nothing is lost.
nothing on standard output: yes
with room: yes
remounted: yes
sync [2] The database DIR/state/aco.sqlite cannot be opened: grant this user read and write access to the file and its folder.
config:init [2] The database DIR/state/aco.sqlite cannot be opened: grant this user read and write access to the file and its folder.
status [2] The database DIR/state/aco.sqlite cannot be opened: grant this user read and write access to the file and its folder.
unmounted: yes
first config:init, read-only [2] The database DIR/state/aco.sqlite cannot be opened: grant this user read and write access to the file and its folder.
first config:init, full [2] The disk with the database DIR/state/aco.sqlite is full: free some space and run the same command again; nothing is lost.
no database [2] DIR/state/aco.sqlite is damaged or not a SQLite database: move it away, or choose another one with --dsn.
init over it [2] DIR/state/aco.sqlite is damaged or not a SQLite database: move it away, or choose another one with --dsn.
below a file [2] The state folder DIR/file/state cannot be created: Not a directory.
of a newer version [2] The database DIR/new.sqlite was made by a newer version of this command: update the command.
