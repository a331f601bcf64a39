--TEST--
MariaDB: tables that Commerce has made and written survive every command with each key
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
require __DIR__ . '/scenarios.inc';
require __DIR__ . '/foreign_rows.inc';

$server = new MariaDb();
$shops = 0;
ob_start();
foreign_commands(static function () use ($server, &$shops): Cli {
    $cli = (new Cli())->useDatabase($server->database('shop' . ++$shops))->startSandbox();
    foreach (FOREIGN_TABLES as $table) {
        $cli->pdo()->exec("CREATE TABLE $table (id int unsigned NOT NULL AUTO_INCREMENT, source_entity_id int unsigned NOT NULL,
            feed_id varchar(64) NOT NULL, modified_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
            is_deleted tinyint NOT NULL DEFAULT 0, status smallint NOT NULL DEFAULT 0, feed_data mediumtext, feed_hash varchar(64), errors text,
            metadata text, PRIMARY KEY (id), UNIQUE KEY u (feed_id), KEY a (source_entity_id, modified_at), KEY b (status)) ENGINE=InnoDB
            DEFAULT CHARSET=utf8mb3");
    }
    foreign_rows($cli);
    $cli->init();

    return $cli;
});
$lines = explode("\n", trim(ob_get_clean()));
$expected = explode("--EXPECT--\n", file_get_contents(__DIR__ . '/foreign_rows.phpt'))[1];
check('as on SQLite', $lines === explode("\n", trim($expected)), $lines);
?>
--EXPECT--
as on SQLite: yes
