--TEST--
assets:import: what AEM lists counts as noted when it is on disk, and not before
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason(needsRoot: true) ?: mount_skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Assets\Import\ImportMode;
use Aco\Cli\Assets\Import\ImportState;
use Aco\Cli\CommandFailure;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\SqliteDialect;

$dir = scratch();
$small = "$dir/small";
mkdir($small);
register_shutdown_function(static fn () => exec('umount ' . escapeshellarg($small) . ' 2>/dev/null'));
exec('mount -t tmpfs -o size=64k,mode=0700 aco ' . escapeshellarg($small));
set_error_handler(static fn (int $level, string $message): bool => (error_reporting() & $level) !== 0
    && throw new ErrorException($message));

$state = new ImportState(Database::open(new SqliteDialect("$dir/aco.sqlite")), $small);
$state->begin(ImportMode::Repair, 'https://example.com');
$ids = static fn (int $page): array => array_map(static fn (int $n): string => "asset $page $n", range(1, 100));

for ($page = 0; $page < 100; $page++) {
    try {
        $state->saw($ids($page));
    } catch (CommandFailure $e) {
        echo "after $page pages: ", str_replace($small, 'DIR', $e->getMessage()), "\n";
        break;
    }
}

exec('mount -o remount,size=1m ' . escapeshellarg($small));
$state->saw($ids($page));
$seen = $state->seen();
check('all of them are there', count($seen) === 100 * ($page + 1)
    && isset($seen[ImportState::hash('asset 0 1')], $seen[ImportState::hash("asset $page 100")]), count($seen));
$state->close();
restore_error_handler();
exec('umount ' . escapeshellarg($small));
?>
--EXPECT--
after 20 pages: DIR/assets-import.ids cannot be written: check the folder and the disk.
all of them are there: yes
