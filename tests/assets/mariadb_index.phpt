--TEST--
AssetIndex on MariaDB: events in any order, repeated, with kills, against a simple model
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/../../bench/autoload.php';
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';

use Aco\Bench\Assets\Events;
use Aco\Stress\Assets\Soak;
use Aco\Bench\TemporaryFolder;

$server = new MariaDb();
foreach (['asset', 'product'] as $unit) {
    foreach ($server->database($unit) as $name => $value) {
        putenv("$name=$value");
    }
    $folder = new TemporaryFolder();
    $soak = new Soak(new Events(1500, 12, 75, 60), $folder->folder('soak'), [
        'dsn' => getenv('ACO_DSN'), 'unit' => $unit, 'stepwise' => true, 'faults' => 0.05,
    ]);
    $soak->run(3, 2.0);
    echo $unit, ': ', $soak->products() > 40 ? 'enough products' : "only {$soak->products()} products", "\n";
    echo implode("\n", $soak->differences());
}
?>
--EXPECT--
asset: enough products
product: enough products
