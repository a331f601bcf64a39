<?php

/**
 * Proof that nothing is lost: syncs of a catalog with deletions, killed at random moments.
 */

declare(strict_types=1);

require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';
require __DIR__ . '/../cli/kills.inc';

const USAGE = <<<'TEXT'
    Usage: tests/stress/run kill [--kills N] [--products N] [--mariadb | --dsn DSN]

      --kills N      syncs to kill (default 200)
      --products N   size of the sample catalog (default 120)
      --mariadb      tables in a MariaDB server that is started in a temporary folder
      --dsn DSN      tables in this database, which must be empty; ACO_DB_USER and ACO_DB_PASSWORD as for bin/aco
                     (default: SQLite)

    After each sync that ends by itself, and at the end, the sandbox must hold exactly the source, and the tables must
    agree item by item.

    TEXT;

$options = getopt('', ['kills:', 'products:', 'mariadb', 'dsn:', 'help'], $rest);
if (isset($options['help']) || $rest !== $argc || (isset($options['mariadb'], $options['dsn']))) {
    fwrite(isset($options['help']) ? STDOUT : STDERR, USAGE);
    exit(isset($options['help']) ? 0 : 2);
}

$cli = (new Cli())->startSandbox();
if (isset($options['mariadb'])) {
    $reason = MariaDb::skipReason();
    if ($reason !== '') {
        fwrite(STDERR, "tests/stress/run kill: $reason\n");
        exit(2);
    }
    $server = new MariaDb();
    $cli->useDatabase($server->database());
} elseif (isset($options['dsn'])) {
    $credentials = array_intersect_key(getenv(), ['ACO_DB_USER' => 1, 'ACO_DB_PASSWORD' => 1]);
    $cli->useDatabase(['ACO_DSN' => $options['dsn']] + $credentials);
}
$result = $cli->init();
if ($result->code !== 0) {
    fwrite(STDERR, $result->err);
    exit(2);
}
$start = microtime(true);
$kills = new Kills($cli, Kills::catalogs($cli->dir, (int) ($options['products'] ?? 120)));
try {
    $kills->run((int) ($options['kills'] ?? 200));
} catch (RuntimeException $e) {
    fwrite(STDERR, "tests/stress/run kill: after $kills->kills kills: {$e->getMessage()}\n");
    exit(1);
}
printf(
    "%d kills, %d syncs ended by themselves, %.0f s: the service holds the source, the tables agree item by item\n",
    $kills->kills,
    $kills->completed,
    microtime(true) - $start,
);
printf(
    "%d items were accepted; without kills it would have been %d\n",
    $cli->acceptedItems(),
    $kills->needed,
);
