--TEST--
Files and folders of other users, and links of theirs, are neither followed nor written; messages say what to do
--EXTENSIONS--
posix
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason(needsRoot: true);
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Files\{OwnFile, OwnFolder};
use Aco\Cli\Log\LogFile;
use Aco\Cli\Report\PageFile;
use Aco\Cli\Store\FileLock;

const NOBODY = 65534;

$cli = (new Cli())->startSandbox();
$cli->init();
$precious = "$cli->dir/precious";

/** Runs it, prints the message, and looks whether the file that is to be kept was kept. */
function attempt(string $label, array $arguments): Result
{
    global $cli, $precious;
    file_put_contents($precious, 'precious');
    chmod($precious, 0600);
    $result = $cli->run($arguments);
    show($result, $cli, $label);
    clearstatcache();
    if (file_get_contents($precious) !== 'precious' || fileowner($precious) !== 0) {
        echo "PRECIOUS IS GONE: ", file_get_contents($precious), "\n";
    }

    return $result;
}

function link_of_nobody(string $target, string $path): void
{
    symlink($target, $path);
    lchown($path, NOBODY);
}

echo "-- the state folder\n";
foreach ([[NOBODY, 0700], [0, 0777], [0, 01777], [0, 0770]] as [$owner, $mode]) {
    chown($cli->state, $owner);
    chmod($cli->state, $mode);
    chgrp($cli->state, $mode === 0770 ? NOBODY : 0);
    attempt(decoct($mode), ['status']);
}
chmod($cli->state, 0700);
chgrp($cli->state, 0);
mkdir("$cli->dir/open");
chmod("$cli->dir/open", 0777);
attempt('in a folder of all', [
    'config:init', ...$cli->connectionOptions(), '--client-secret=sandbox-secret', "--state-dir=$cli->dir/open/state",
]);
remove("$cli->dir/open/state");
chmod("$cli->dir/open", 0700);
chown("$cli->dir/open", NOBODY);
attempt('in a folder of nobody', [
    'config:init', ...$cli->connectionOptions(), '--client-secret=sandbox-secret', "--state-dir=$cli->dir/open/state",
]);
link_of_nobody($cli->state, "$cli->dir/link");
attempt('by a link of nobody', ['status', "--state-dir=$cli->dir/link"]);
symlink($cli->state, "$cli->dir/own-link");
check('by a link of ours', $cli->run(['status', "--state-dir=$cli->dir/own-link"])->code === 0);

echo "-- the database\n";
rename("$cli->state/aco.sqlite", "$cli->dir/moved.sqlite");
chown("$cli->dir/moved.sqlite", NOBODY);
foreach ([
    fn (string $path) => link_of_nobody("$cli->dir/moved.sqlite", $path),
    fn (string $path) => link("$cli->dir/moved.sqlite", $path),
    fn (string $path) => rename("$cli->dir/moved.sqlite", $path),
] as $put) {
    $put("$cli->state/aco.sqlite");
    attempt('database', ['status']);
    file_exists("$cli->dir/moved.sqlite") && unlink("$cli->state/aco.sqlite");
}
chown("$cli->state/aco.sqlite", 0);
mkdir("$cli->dir/elsewhere");
rename("$cli->state/aco.sqlite", "$cli->dir/elsewhere/aco.sqlite");
symlink("$cli->dir/elsewhere/aco.sqlite", "$cli->state/aco.sqlite");
check('by a link of ours', $cli->run(['status'])->code === 0);
require_once ROOT . '/cli/vendor/autoload.php';
$folder = (new Aco\Cli\Store\SqliteDialect("$cli->state/aco.sqlite"))->folder();
check('temporary files are where it leads', $folder === realpath("$cli->dir/elsewhere"), $folder);
unlink("$cli->state/aco.sqlite");
rename("$cli->dir/elsewhere/aco.sqlite", "$cli->state/aco.sqlite");
array_map(unlink(...), glob("$cli->dir/elsewhere/*"));
foreach (['-wal', '-shm', '-journal'] as $suffix) {
    @unlink("$cli->state/aco.sqlite$suffix");
    symlink($precious, "$cli->state/aco.sqlite$suffix");
    attempt($suffix, ['status']);
    unlink("$cli->state/aco.sqlite$suffix");
}
chmod("$cli->dir", 01777);
attempt('in a folder that others write', [
    'config:init', ...$cli->connectionOptions(), '--client-secret=sandbox-secret',
    "--dsn=sqlite:$cli->dir/other.sqlite",
]);
chmod("$cli->dir", 0700);

echo "-- locks and log\n";
$source = $cli->write('shop/prices.jsonl', [price('A')]);
unlink("$cli->state/aco.sqlite.lock");
foreach ([
    'link' => symlink(...),
    'hard link' => link(...),
    'pipe' => fn ($target, $path) => posix_mkfifo($path, 0600),
] as $label => $put) {
    file_put_contents($precious, 'precious');
    $put($precious, "$cli->state/aco.sqlite.lock");
    attempt($label, ['sync', dirname($source)]);
    unlink("$cli->state/aco.sqlite.lock");
    $put($precious, "$cli->dir/log");
    // Nothing waits for the other end of a pipe.
    check(
        "log, $label",
        !(new LogFile("$cli->dir/log"))->append("line\n") && file_get_contents($precious) === 'precious',
    );
    unlink("$cli->dir/log");
}
remove("$cli->state/log");
link_of_nobody("$cli->dir/elsewhere", "$cli->state/log");
check('log folder', $cli->run(['sync', dirname($source)])->code === 0 && glob("$cli->dir/elsewhere/*") === []);
unlink("$cli->state/log");

echo "-- pages\n";
mkdir("$cli->dir/tmp");
chmod("$cli->dir/tmp", 01777);
// Names that somebody could guess.
foreach ([getmypid(), ...range(getmypid() + 1, getmypid() + 400)] as $number) {
    symlink($precious, "$cli->dir/tmp/page.html.$number.tmp");
}
link_of_nobody($precious, "$cli->dir/tmp/page.html");
attempt('page', ['status', "--html=$cli->dir/tmp/page.html"]);
check(
    'page',
    str_contains(file_get_contents("$cli->dir/tmp/page.html"), '<html') && !is_link("$cli->dir/tmp/page.html"),
);
check(
    'nothing else',
    count(array_filter(glob("$cli->dir/tmp/*"), static fn (string $path): bool => !is_link($path))) === 1,
);

echo "-- the spool folder\n";
$spool = "$cli->state/spool";
$cli->run(['cron', '--once']);
$again = static fn () => $cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");
foreach (['failed', 'done', 'working'] as $place) {
    $again();
    rmdir("$spool/$place");
    symlink("$cli->dir/elsewhere", "$spool/$place");
    $cli->write('state/spool/prices.jsonl', ['{"sku": 1}']);
    attempt("$place is a link", ['cron', '--once']);
    unlink("$spool/$place");
    mkdir("$spool/$place");
    chown("$spool/$place", NOBODY);
    attempt("$place is of nobody", ['cron', '--once']);
    rmdir("$spool/$place");
}
check('nothing went elsewhere', glob("$cli->dir/elsewhere/*") === []);
chmod($spool, 0777);
attempt('all may write', ['cron', '--once']);
chmod($spool, 01777);
$again();
link_of_nobody($precious, "$spool/prices-link.jsonl");
mkdir("$spool/folder");
chown("$spool/folder", NOBODY);
link_of_nobody($precious, "$spool/folder/products.jsonl");
mkdir("$spool/failed");
// A report of that name that was there before.
symlink($precious, "$spool/failed/prices.jsonl.report.json");
$result = attempt('sticky, with links', ['cron', '--once', '-q']);
foreach (['prices.jsonl', 'prices-link.jsonl', 'folder'] as $name) {
    $report = json_decode((string) @file_get_contents("$spool/failed/$name.report.json"), true);
    echo "$name: ",
        str_replace(
            $cli->dir,
            'DIR',
            $report['message'] ?? 'refused items: ' . ($report['feeds']['prices']['rejected'] ?? '?'),
        ),
        "\n";
    printf(
        "%o %s\n",
        fileperms("$spool/failed/$name.report.json") & 07777,
        is_link("$spool/failed/$name.report.json") ? 'link' : 'file',
    );
}
check('precious is as it was', file_get_contents($precious) === 'precious');

echo "-- the sandbox\n";
link_of_nobody($precious, "$cli->dir/tmp/data.sqlite-wal");
link_of_nobody($precious, "$cli->dir/tmp/log");
attempt('data', ['sandbox', '--port=0', "--data=$cli->dir/tmp/data.sqlite"]);
attempt('log', ['sandbox', '--port=0', "--log=$cli->dir/tmp/log"]);
?>
--EXPECT--
-- the state folder
700 [2] The state folder DIR/state belongs to another user: run the command as that user, or use another folder.
777 [2] The state folder DIR/state is writable by other users (mode 0777): run chmod go-w on it, or use another folder.
1777 [2] The state folder DIR/state is writable by other users (mode 1777): run chmod go-w on it, or use another folder.
770 [2] The state folder DIR/state is writable by other users (mode 0770): run chmod go-w on it, or use another folder.
in a folder of all [2] The state folder DIR/open/state can be replaced by other users, who can write to DIR/open (mode 0777): run chmod go-w on it, or use a folder elsewhere.
in a folder of nobody [2] The state folder DIR/open/state can be replaced by another user, who owns DIR/open: use a folder elsewhere.
by a link of nobody [2] The state folder DIR/link is reached through the symbolic link DIR/link of another user: give the path of the folder itself.
by a link of ours: yes
-- the database
database [2] DIR/state/aco.sqlite is a symbolic link: replace it by a regular file that only this user owns, or choose another database with --dsn.
database [2] DIR/state/aco.sqlite belongs to another user: replace it by a regular file that only this user owns, or choose another database with --dsn.
database [2] DIR/state/aco.sqlite belongs to another user: replace it by a regular file that only this user owns, or choose another database with --dsn.
by a link of ours: yes
temporary files are where it leads: yes
-wal [2] DIR/state/aco.sqlite-wal is a symbolic link: replace it by a regular file that only this user owns, or choose another database with --dsn.
-shm [2] DIR/state/aco.sqlite-shm is a symbolic link: replace it by a regular file that only this user owns, or choose another database with --dsn.
-journal [2] DIR/state/aco.sqlite-journal is a symbolic link: replace it by a regular file that only this user owns, or choose another database with --dsn.
in a folder that others write [2] The folder of the database DIR is writable by other users (mode 1777): run chmod go-w on it, or use another folder.
-- locks and log
link [2] The lock file DIR/state/aco.sqlite.lock is a symbolic link: remove it.
log, link: yes
hard link [2] The lock file DIR/state/aco.sqlite.lock has a second name (a hard link): remove it.
log, hard link: yes
pipe [2] The lock file DIR/state/aco.sqlite.lock is not a regular file: remove it.
log, pipe: yes
log folder: yes
-- pages
page [0] 
page: yes
nothing else: yes
-- the spool folder
failed is a link [2] The spool folder DIR/state/spool/failed is a symbolic link: replace it by a folder.
failed is of nobody [2] The spool folder DIR/state/spool/failed belongs to another user: run the command as that user, or use another folder.
done is a link [2] The spool folder DIR/state/spool/done is a symbolic link: replace it by a folder.
done is of nobody [2] The spool folder DIR/state/spool/done belongs to another user: run the command as that user, or use another folder.
working is a link [2] The spool folder DIR/state/spool/working is a symbolic link: replace it by a folder.
working is of nobody [2] The spool folder DIR/state/spool/working belongs to another user: run the command as that user, or use another folder.
nothing went elsewhere: yes
all may write [2] The spool folder DIR/state/spool is writable by other users (mode 0777): run chmod +t on it, or use another folder.
sticky, with links [2] Correct the rejected items in the source and run sync again; status --failed lists them.
prices.jsonl: refused items: 1
600 file
prices-link.jsonl: DIR/state/spool/working/prices-link.jsonl is a symbolic link of another user: put the file itself into the spool folder.
600 file
folder: DIR/state/spool/working/folder/products.jsonl is a symbolic link of another user: put the file itself into the spool folder.
600 file
precious is as it was: yes
-- the sandbox
data [2] --data: DIR/tmp/data.sqlite-wal belongs to another user; name another file.
log [2] --log: the file belongs to another user; name another one.
