--TEST--
MariaDB: a lease outlives a restart of the server; of a dead holder it is taken over; a holder that lost it writes nothing
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\CommandFailure;
use Aco\Cli\Cron\{Job, JobRun, LastRuns};
use Aco\Cli\Store\{Database, Dsn, LeaseLost, Lock};

/** Writes a setting, and says whether it was written. */
function write(Database $database, string $value): string
{
    try {
        $database->transaction(static fn () => $database->execute(
            "REPLACE INTO {core_config_data} (path, value) VALUES ('test', ?)",
            [$value],
        ));
    } catch (CommandFailure $e) {
        echo preg_replace('/process \d+ on \S+(?=\))/', 'process N', $e->getMessage()), "\n";
    }

    return $database->read(static fn (): string => (string) $database->value(
        "SELECT value FROM {core_config_data} WHERE path = 'test'"
    ));
}

$server = new MariaDb();
$env = $server->database();
$open = static fn (): Database => Database::open(
    Dsn::dialect(
        $env['ACO_DSN'],
        static fn (string $path): string => $path,
        $env['ACO_DB_USER'],
        $env['ACO_DB_PASSWORD'],
    )
);
/** A lease whose holder is this process of this or another node. */
$hold = static function (string $name, int $pid, string $place = '') use ($server): void {
    $process = $place === '' ? '' : "$place $pid 1";
    $server->root()->exec("REPLACE INTO commerce.aco_lease (name, fence, token, node, pid, process)
        VALUES ('$name', 7, 'other', 'elsewhere', $pid, '$process')");
};
$fence = static fn (string $name): int => (int) $server->root()->query(
    "SELECT fence FROM commerce.aco_lease WHERE name = '$name'"
)->fetchColumn();

$first = $open();
$second = $open();
check('the leases are two', $first->tryLock(Lock::Schedule) === null && $second->tryLock(Lock::Run) === null);
$second->unlock();
$label = 'process ' . getmypid() . ' on ' . gethostname();
check('held', $second->tryLock(Lock::Schedule) === $label, $second->tryLock(Lock::Schedule));

echo "-- the server was started anew\n";
$server->kill();
$server->start();
echo write($first, 'kept'), "\n";
check('held still', $second->tryLock(Lock::Schedule) === $label);

echo "-- another node has taken over meanwhile\n";
$hold('cron', 4711);
echo write($first, 'too late'), "\n";
echo write($first, 'again too late'), "\n";
try {
    (new LastRuns($first))->noteEnd(new JobRun(Job::cases()[0], 0, 1.0));
    echo "a schedule goes on without its lease\n";
} catch (LeaseLost) {
    echo "a schedule ends with its lease\n";
}
$first->unlock();
check('it did not free what is not its own', $fence('cron') === 7 && $server->root()->query(
    "SELECT token FROM commerce.aco_lease WHERE name = 'cron'"
)->fetchColumn() === 'other');

echo "-- its holder died: on this host that is seen, else it is heard of no more\n";
$place = explode(' ', \Aco\Cli\Store\Holder::current()->process)[0];
$hold('sync', 999999, $place);
$start = microtime(true);
check('taken over', $second->tryLock(Lock::Run) === null);
check('at once', microtime(true) - $start < 15);
check('the number has grown', $fence('sync') === 8, $fence('sync'));
check('taken over', $first->tryLock(Lock::Schedule) === null);
check('within half a minute', microtime(true) - $start < 30, microtime(true) - $start);
echo write($first, 'mine'), "\n";

echo "-- who waits comes next\n";
$third = $open();
$second->unlock();
check('another one', $second->tryLock(Lock::Run) === null);
check('waits', $third->tryLock(Lock::Run, true) === $label);
$second->unlock();
check('the first gives way', is_string($second->tryLock(Lock::Run)));
check('to the one that waits', $third->tryLock(Lock::Run, true) === null);
?>
--EXPECT--
the leases are two: yes
held: yes
-- the server was started anew
kept
held still: yes
-- another node has taken over meanwhile
This process has lost the lease "cron" to another (process N), because it did not respond for 20 seconds: what was delivered is recorded, the rest is kept, and the other one goes on with it.
kept
This process has lost the lease "cron" to another (process N), because it did not respond for 20 seconds: what was delivered is recorded, the rest is kept, and the other one goes on with it.
kept
a schedule ends with its lease
it did not free what is not its own: yes
-- its holder died: on this host that is seen, else it is heard of no more
taken over: yes
at once: yes
the number has grown: yes
taken over: yes
within half a minute: yes
mine
-- who waits comes next
another one: yes
waits: yes
the first gives way: yes
to the one that waits: yes
