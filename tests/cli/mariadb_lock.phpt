--TEST--
MariaDB: a lock that is lost with its connection is taken again, or whoever holds it is named
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
use Aco\Cli\Store\{Database, Dsn, Lock};

function read(Database $database): string
{
    try {
        return 'read ' . $database->read(static fn (): int => (int) $database->value('SELECT 7'));
    } catch (CommandFailure $e) {
        return preg_replace(['/connection \d+/', '~/tmp/\S+/socket~'], ['connection N', 'SOCKET'], $e->getMessage());
    }
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
$first = $open();
$second = $open();
check('the locks are two', $first->tryLock(Lock::Schedule) === null && $second->tryLock(Lock::Run) === null);
$second->unlock();
check('held', preg_match('/^connection \d+$/', (string) $second->tryLock(Lock::Schedule)) === 1);

echo "-- the server was started anew\n";
$server->kill();
$server->start();
echo read($first), "\n";
check('held again', is_string($second->tryLock(Lock::Schedule)));

echo "-- somebody else was faster\n";
$server->kill();
$server->start();
check('taken', $second->tryLock(Lock::Schedule) === null);
echo read($first), "\n", read($first), "\n";
$second->unlock();
echo read($first), "\n";
check('held again', is_string($second->tryLock(Lock::Schedule)));
?>
--EXPECT--
the locks are two: yes
held: yes
-- the server was started anew
read 7
held again: yes
-- somebody else was faster
taken: yes
Another cron (connection N) is working on commerce on SOCKET: stop it first.
Another cron (connection N) is working on commerce on SOCKET: stop it first.
read 7
held again: yes
