--TEST--
Tables of version 10 in SQLite: their rows, row numbers and indexes in the newest version
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\SqliteTables;

$cli = (new Cli())->startSandbox();
$feeds = [
    1 => [
        'cde_products_feed', 'cde_product_attributes_feed', 'cde_categories_feed', 'cde_product_prices_feed',
        'cde_price_books_feed',
    ],
    8 => ['aco_category_attributes_feed', 'aco_product_layers_feed'],
];

foreach (['', 'm2_'] as $prefix) {
    $file = "$cli->dir/old$prefix.sqlite";
    $pdo = new PDO("sqlite:$file");
    for ($version = 1; $version <= 10; $version++) {
        foreach (SqliteTables::step($version, $feeds[$version] ?? []) as $statement) {
            $pdo->exec(preg_replace('/\{(\w+)\}/', "$prefix\$1", $statement));
        }
        $pdo->exec("INSERT INTO {$prefix}schema_version (version) VALUES ($version)");
    }
    $table = "{$prefix}cde_products_feed";
    $insert = $pdo->prepare("INSERT INTO $table (id, source_entity_id, feed_id, modified_at, is_deleted, status,
        feed_data, feed_hash, errors, metadata) VALUES (?, ?, ?, '2026-01-02 03:04:05', ?, ?, ?, ?, ?, ?)");
    for ($i = 1; $i < 200; $i++) {
        $row = [2 * $i, $i, sha1("$i"), $i % 2, [0, 2, 200, 400][$i % 4], "{\"sku\":\"$i\"}", sha1("h$i"), null, '{}'];
        $insert->execute($row);
    }
    // The last number was used, and must not be used again.
    $pdo->exec("DELETE FROM $table WHERE id = 398");
    $rows = $pdo->query("SELECT * FROM $table ORDER BY id")->fetchAll(PDO::FETCH_NUM);
    $insert = $pdo = null;
    chmod($file, 0600);

    echo 'exit code ', $cli->run(['config:init', "--dsn=sqlite:$file", ...$cli->connectionOptions()], [
        'ACO_CLIENT_SECRET' => 'sandbox-secret',
    ])->code, "\n";
    $pdo = new PDO("sqlite:$file");
    check('rows', $pdo->query("SELECT id, source_entity_id, feed_id, modified_at, is_deleted, status, feed_data,
        feed_hash, errors, metadata FROM $table ORDER BY id")->fetchAll(PDO::FETCH_NUM) === $rows);
    check('the column is without an index of its own', $pdo->query(
        "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'sqlite_autoindex_%_feed_%'"
    )->fetchColumn() === 0);
    echo implode(', ', $pdo->query("SELECT name FROM pragma_index_list('$table') ORDER BY name")
        ->fetchAll(PDO::FETCH_COLUMN)), "\n";
    $pdo->exec("INSERT INTO $table (source_entity_id, feed_id) VALUES (1, 'new')");
    echo 'next row number: ', $pdo->lastInsertId(), "\n";
    try {
        $pdo->exec("INSERT INTO $table (source_entity_id, feed_id) VALUES (2, 'new')");
    } catch (PDOException $e) {
        echo $e->errorInfo[2], "\n";
    }
    check('no table is left over', $pdo->query("SELECT COUNT(*) FROM sqlite_master WHERE name LIKE '%\\_new' ESCAPE '\\'")
        ->fetchColumn() === 0);
}
?>
--EXPECT--
exit code 0
rows: yes
the column is without an index of its own: yes
cde_products_feed_feed_id, cde_products_feed_source_entity_id, cde_products_feed_undelivered
next row number: 399
UNIQUE constraint failed: cde_products_feed.feed_id
no table is left over: yes
exit code 0
rows: yes
the column is without an index of its own: yes
m2_cde_products_feed_feed_id, m2_cde_products_feed_source_entity_id, m2_cde_products_feed_undelivered
next row number: 399
UNIQUE constraint failed: m2_cde_products_feed.feed_id
no table is left over: yes
