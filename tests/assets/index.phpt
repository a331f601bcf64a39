--TEST--
AssetIndex: events in any order, repeated, with kills, against a simple model
--EXTENSIONS--
pdo_sqlite
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/../../bench/autoload.php';

use Aco\Bench\Assets\Events;
use Aco\Bench\TemporaryFolder;
use Aco\Stress\Assets\Soak;

foreach ([['asset', false, 0], ['asset', true, 4], ['product', false, 4]] as [$unit, $stepwise, $kills]) {
    $folder = new TemporaryFolder();
    $soak = new Soak(new Events(3000, 11, 150, 120), $folder->folder('soak'), [
        'dsn' => 'sqlite:' . $folder->folder('index') . '/index.sqlite', 'unit' => $unit, 'stepwise' => $stepwise,
        'faults' => 0.05,
    ]);
    $counts = $soak->run($kills, 2.0);
    echo $unit, $stepwise ? ' stepwise' : '', $kills > 0 ? ' with kills' : '', ': ',
        $soak->products() > 80 ? 'enough products' : "only {$soak->products()} products", ', ',
        $counts['peakMiB'] <= 8 ? 'little memory' : "{$counts['peakMiB']} MiB", "\n";
    echo implode("\n", $soak->differences());
}
?>
--EXPECT--
asset: enough products, little memory
asset stepwise with kills: enough products, little memory
product with kills: enough products, little memory
