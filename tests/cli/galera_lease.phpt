--TEST--
Galera: one holder of a lease at a time on two nodes, and none that was replaced on the other node commits
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/galera.inc';
echo skip_reason() ?: MariaDb::skipReason() ?: Galera::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/galera.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\{Database, Dsn, LeaseLost, Lock, TablePrefix};

$galera = new Galera();
$galera->root(1)->exec('CREATE DATABASE commerce CHARACTER SET utf8mb4');
$open = static fn (int $node): Database => Database::open(
    Dsn::dialect("{$galera->dsn($node)};dbname=commerce", static fn (string $path): string => $path, 'root', ''),
    TablePrefix::none(),
);
/** A connection whose every statement sees what other nodes have written. */
$settled = static function (int $node) use ($galera): PDO {
    $root = $galera->root($node);
    $root->exec('SET SESSION wsrep_sync_wait = 15');

    return $root;
};

$holder = $open(1);
check('held', $holder->tryLock(Lock::Run) === null);
$other = $settled(2);
$tries = 0;
$replaced = 0;
try {
    $holder->transaction(static function () use ($holder, $other, &$tries, &$replaced): void {
        $holder->execute("REPLACE INTO {core_config_data} (path, value) VALUES ('test', 'late')");
        if ($tries++ === 0) {
            $replaced = $other->exec(
                "UPDATE commerce.aco_lease SET fence = fence + 1, token = 'other' WHERE name = 'sync'",
            );
        }
    });
    echo "committed\n";
} catch (LeaseLost) {
    echo "replaced in the middle of a transaction on the other node: not committed\n";
}
check('replaced', $replaced === 1);
check('nothing was written', $settled(2)->query("SELECT 1 FROM commerce.core_config_data WHERE path = 'test'")
    ->fetchColumn() === false);
$holder->unlock();
$settled(2)->exec("UPDATE commerce.aco_lease SET token = ''");
$settled(1)->exec("REPLACE INTO commerce.core_config_data (path, value) VALUES ('count', '0')");
unset($holder, $other);

// Each counts what it did while it held the lease, with a file that only one may have at a time.
$folder = scratch();
$children = [];
foreach ([1, 2, 1, 2] as $i => $node) {
    $child = pcntl_fork();
    if ($child === 0) {
        putenv("ACO_NODE=node$i");
        $database = $open($node);
        for ($end = microtime(true) + 5; microtime(true) < $end; usleep(random_int(0, 3000))) {
            if ($database->tryLock(Lock::Run) === null) {
                $isAlone = @fopen("$folder/held", 'x') !== false;
                $database->transaction(static fn () => $database->execute(
                    "UPDATE {core_config_data} SET value = value + 1 WHERE path = 'count'",
                ));
                @unlink("$folder/held");
                file_put_contents("$folder/turns", $isAlone ? '.' : '!', FILE_APPEND);
                $database->unlock();
            }
        }
        posix_kill(getmypid(), SIGKILL);
    }
    $children[] = $child;
}
foreach ($children as $child) {
    pcntl_waitpid($child, $status);
}
$turns = file_get_contents("$folder/turns");
$counts = array_map(static fn (int $node): int => (int) $settled($node)
    ->query("SELECT value FROM commerce.core_config_data WHERE path = 'count'")->fetchColumn(), [1, 2]);
check('several turns', strlen($turns) > 3, strlen($turns));
check('one at a time', !str_contains($turns, '!'));
check('no write was lost', $counts === [strlen($turns), strlen($turns)], [$counts, strlen($turns)]);
?>
--EXPECT--
held: yes
replaced in the middle of a transaction on the other node: not committed
replaced: yes
nothing was written: yes
several turns: yes
one at a time: yes
no write was lost: yes
