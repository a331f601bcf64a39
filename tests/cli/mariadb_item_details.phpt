--TEST--
Details of items for orders on MariaDB: one with endless names and paths does not fail the others of its page
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

use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\TablePrefix;
use Aco\Cli\Workspace;
use Aco\Feed;

$server = new MariaDb();
foreach ($server->database('shop') as $name => $value) {
    putenv("$name=$value");
}
$details = new ItemDetails(Database::plain(Workspace::dialect(getenv('ACO_DSN')), TablePrefix::none()));
$details->createTable();

$body = static fn (array $members): string => json_encode(['source' => ['locale' => 'default']] + $members);
$routes = array_map(static fn (int $n): array => ['path' => str_repeat('ü', 256 - 4) . "/$n"], range(10, 40));
$details->note(Feed::Categories, [
    [$body(['slug' => 'long', 'name' => str_repeat("\u{1F455}", 20_000)]), 1],
    [$body(['slug' => 'short', 'name' => 'Tops']), 2],
]);
$details->note(Feed::Products, [
    [$body(['sku' => 'A', 'routes' => [['path' => str_repeat('x', 70_000)], ...$routes]]), 1],
    [$body(['sku' => 'B', 'routes' => [['path' => 'short'], ['path' => 'long']]]), 2],
]);

$items = $details->complete(['storeViewCode' => 'default', 'items' => [['sku' => 'A'], ['sku' => 'B']]])['items'];
echo count($items[0]['categories']), " categories\n";
echo $items[1]['categories'][0]['name'], ', ', mb_strlen($items[1]['categories'][1]['name'], 'UTF-8'), " characters\n";
?>
--EXPECT--
20 categories
Tops, 1024 characters
