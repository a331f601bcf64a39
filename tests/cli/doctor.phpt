--TEST--
doctor: broken installations, each named with what to do; status --check in one line; exit codes 0, 1 and 2
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; 
echo skip_reason(true) ?: match (true) {
    !is_file(ini_get('extension_dir') . '/pdo_sqlite.so') => 'skip PDO is built in',
    !extension_loaded('pcntl') || !extension_loaded('mbstring') => 'skip pcntl or mbstring is missing',
    default => '',
};
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** What doctor finds, without what is well, and what differs from run to run. */
function diagnosis(string $title, Cli $cli, array $options = [], array $env = []): void
{
    $result = $cli->run(['doctor', '-q', ...$options], $env);
    echo "-- $title [$result->code]\n", steady($result->out . $result->err);
}

function steady(string $text): string
{
    return preg_replace(
        [
            '~127\.0\.0\.1( port |:)\d+( after \d+ ms)?~', '~/\S*/aco-cli-\w+~',
            '/[\d,]+ (s|h)( \d+ min)?(?= ago| ahead|:)/', '/^(\w+) +/m',
        ],
        ['HOST', 'DIR', 'SOME TIME', '$1 '],
        $text,
    );
}

/** A server that says it is another time. */
function clock_server(int $ahead): array
{
    $process = proc_open([PHP_BINARY, '-n', '-r', '
        $server = stream_socket_server("tcp://127.0.0.1:0");
        echo stream_socket_get_name($server, false), "\n";
        for ($i = 0; $i < 20 && ($client = @stream_socket_accept($server, 60)); $i++) {
            while (($line = fgets($client)) !== false && trim($line) !== "");
            fwrite($client, "HTTP/1.1 404 Not Found\r\nDate: " . gmdate("D, d M Y H:i:s", time() + ' . $ahead . ')
                . " GMT\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            fclose($client);
        }
    '], [['file', '/dev/null', 'r'], ['pipe', 'w']], $pipes);

    return [$process, trim(fgets($pipes[1]))];
}

/** An installation that works. */
function installed(array $replace = []): Cli
{
    $cli = (new Cli())->startSandbox();
    $cli->init($replace);

    return $cli;
}

$cli = installed();
diagnosis('all is well', $cli);
$result = $cli->run(['doctor']);
check('what is well is said, too', substr_count($result->out, "\nok ") > 8);
check('no secret', !str_contains($result->out . $cli->run(['doctor', '--json', '-vvv'])->out, 'sandbox-secret'));

diagnosis('1 nothing was set up', new Cli());
$empty = new Cli();
mkdir($empty->state, 0700);
diagnosis('2 a folder without a database', $empty);

chmod($cli->state, 0777);
diagnosis('3 a folder that others can write', $cli);
chmod($cli->state, 0700);
chmod("$cli->state/aco.key", 0644);
diagnosis('4 a key that others can read', $cli);
chmod("$cli->state/aco.key", 0600);

$key = file_get_contents("$cli->state/aco.key");
rename("$cli->state/aco.key", "$cli->dir/aco.key");
diagnosis('5 no key', $cli);
file_put_contents("$cli->state/aco.key", str_repeat('ab', 32) . "\n");
chmod("$cli->state/aco.key", 0600);
diagnosis('6 another key', $cli);
rename("$cli->dir/aco.key", "$cli->state/aco.key");

chmod("$cli->dir/host", 0777);
diagnosis('7 a folder of rates that others can write', $cli);
chmod("$cli->dir/host", 0700);

file_put_contents("$cli->dir/file", 'no database');
diagnosis('8 a database that is none', $cli, ["--dsn=sqlite:$cli->dir/file"]);

$cli->write('products.jsonl', [product('A'), product('B')]);
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['A'], 'message' => 'bad']]);
$cli->run(['sync', 'products.jsonl']);
$cli->clearFaults();
$cli->pdo()->exec("UPDATE cde_products_feed SET status = 2, modified_at = '2020-01-01 00:00:00' WHERE status = 200");
diagnosis('9 rejected items, and old ones that wait', $cli, ['--offline']);
$cli->pdo()->exec('DELETE FROM cde_products_feed');

$cli->run(['cron', '--once']);
$cli->write('state/spool/products.jsonl', ['{']);
$cli->pdo()->exec("DELETE FROM core_config_data WHERE path = 'aco_exporter/cron/sync'");
$cli->run(['cron', '--once']);
diagnosis('10 a file in the spool that failed', $cli, ['--offline']);
$cli->pdo()->exec("UPDATE core_config_data SET value = '1.0' WHERE path LIKE '%/cron/%' AND path NOT LIKE '%end'");
remove("$cli->state/spool");
$cli->pdo()->exec(<<<'SQL'
    UPDATE core_config_data SET value = replace(value, '"exitCode":1', '"exitCode":3') WHERE path LIKE '%end'
    SQL);
diagnosis('11 a schedule that has stopped', $cli, ['--offline']);
$result = $cli->run(['status', '--check']);
echo "status --check [$result->code] ", steady($result->out);
$cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");

$cli->pdo()->exec("DELETE FROM core_config_data WHERE path = 'aco_exporter/general/client_id'");
diagnosis('12 a setting that is gone', $cli, ['--offline']);

foreach (['13 another client' => 'client_id', '14 another tenant' => 'tenant_id'] as $title => $name) {
    $other = installed();
    $other->pdo()->exec("UPDATE core_config_data SET value = 'other' WHERE path = 'aco_exporter/general/$name'");
    diagnosis($title, $other);
    $other->stopSandbox();
}

$other = installed();
[$server, $address] = clock_server(-7200);
$other->pdo()->exec("UPDATE core_config_data SET value = 'http://$address/t' WHERE path LIKE '%ingestion_url'");
diagnosis('15 a clock that is wrong', $other);
proc_terminate($server);
proc_close($server);
$other->stopSandbox();
diagnosis('16 a service that is away', $other);
diagnosis('the same without network', $other, ['--offline']);

if (extension_loaded('pdo_mysql')) {
    $env = ['ACO_SHARED_STORE' => 'mysql:host=127.0.0.1;port=1;dbname=x', 'ACO_SHARED_HOSTS' => '3'];
    $result = $empty->run(['doctor', '-q'], $env);
    $isSaid = preg_match('/^warning +store .* 3 hosts keeps/m', $result->out) === 1;
    check('18 a shared store that is away', $isSaid, $result);
} else {
    check('18 a shared store that is away', true);
}

$options = '-n -d extension=pdo -d extension=pdo_sqlite';
file_put_contents("$cli->dir/php", "#!/bin/sh\nexec " . PHP_BINARY . " $options \"\$@\"\n");
chmod("$cli->dir/php", 0755);
$bare = new Cli();
$result = $bare->run(['doctor', '-q'], ['PHP' => "$cli->dir/php"]);
check('17 a PHP that lacks extensions', preg_match('/^warning .*mbstring/m', $result->out) === 1, $result->out);

echo "-- monitoring\n";
$result = $bare->run(['status', '--check']);
echo "[$result->code] ", str_replace($bare->dir, 'DIR', $result->out), $result->err;
$json = $other->run(['status', '--check', '--json'])->json();
echo $json['level'], ' ', implode(' ', array_column($json['findings'], 'check')), "\n";
$log = (string) file_get_contents("$cli->state/log/aco.log");
check('a check is no line of the log', !str_contains($log, '"command":"status"'));
foreach ([['doctor', '--max-waiting=0'], ['status', '--max-waiting=x'], ['doctor', 'x']] as $arguments) {
    show($other->run($arguments), $other, implode(' ', $arguments));
}
?>
--EXPECT--
-- all is well [0]
what is well is said, too: yes
no secret: yes
-- 1 nothing was set up [2]
critical state folder  There is no state folder DIR/state: run config:init, or name the folder that it was run for with --state-dir or ACO_STATE_DIR.
-- 2 a folder without a database [2]
critical database      There is no database DIR/state/aco.sqlite yet: run config:init first.
-- 3 a folder that others can write [2]
critical state folder  The state folder DIR/state is writable by other users (mode 0777): run chmod go-w on it, or use another folder.
-- 4 a key that others can read [1]
warning files         DIR/state/aco.key can be read by other users (mode 0644): run chmod 600 on it.
-- 5 no key [2]
critical settings      The key file DIR/state/aco.key is missing: restore it, or run config:init with the client secret again.
-- 6 another key [2]
critical settings      The stored client secret cannot be decrypted with the key file DIR/state/aco.key: restore the key it was stored with, or run config:init with the client secret again.
-- 7 a folder of rates that others can write [1]
warning rates         DIR/host (mode 0777), where rates and tokens are shared, is not this user's alone, so every process counts for itself: run chmod 700 and chown on it, or set aco.state_dir.
-- 8 a database that is none [2]
warning files         DIR/file can be read by other users (mode 0644): run chmod 600 on it.
critical database      DIR/file is damaged or not a SQLite database: move it away, or choose another one with --dsn.
-- 9 rejected items, and old ones that wait [2]
warning rejected      1 item is rejected: status --failed says why, correct it at the source.
critical waiting       1 item waits to be sent, the oldest for SOME TIME: run resend-failed, and see status --failed for what keeps it back.
-- 10 a file in the spool that failed [1]
warning cron sync     The last sync, SOME TIME ago, ended with 1 (Kept as DIR/state/spool/failed/products.jsonl, with a report beside it): see the failed folder of the spool, and the log.
warning spool         1 entry lies in DIR/state/spool/failed: the report beside it says why; correct it and put it back.
-- 11 a schedule that has stopped [2]
critical cron          The schedule was last active SOME TIME ago: start cron, or its unit or crontab line.
critical cron sync     The last sync, SOME TIME ago, ended with 3 (Kept as DIR/state/spool/failed/products.jsonl, with a report beside it): see the failed folder of the spool, and the log.
status --check [2] aco CRITICAL: The schedule was last active SOME TIME ago: start cron, or its unit or crontab line. The last sync, SOME TIME ago, ended with 3 (Kept as DIR/state/spool/failed/products.jsonl, with a report beside it): see the failed folder of the spool, and the log.
-- 12 a setting that is gone [2]
critical settings      A stored setting cannot be used, give it to config:init again: --client-id must not be empty.
-- 13 another client [2]
critical token         IMS refuses the credentials (HTTP 401: The client id or the client secret is wrong.); check client id, client secret and scope: run config:init with the right id and secret.
-- 14 another tenant [2]
critical token         The tenant is unknown; check the tenant id (HTTP 404: There is no tenant with this id.): compare config:show with the Commerce Cloud Manager.
-- 15 a clock that is wrong [2]
critical clock         The clock of this host is SOME TIME ahead of that of the service: set it, best by NTP.
warning storefront    http://HOST/t/graphql, which verify asks, responds with HTTP 404: check --graphql-url.
-- 16 a service that is away [2]
critical token         No token from IMS: Failed to connect to HOST: Couldn't connect to server: check the network, and whether --proxy or --ca-file is needed.
critical service       http://HOST/t does not respond (Connection refused): check network, firewall and name server, and whether --proxy or --ca-file is needed.
-- the same without network [0]
18 a shared store that is away: yes
17 a PHP that lacks extensions: yes
-- monitoring
[2] aco CRITICAL: There is no database DIR/state/aco.sqlite yet: run config:init first.
ok rejected waiting cron
a check is no line of the log: yes
doctor --max-waiting=0 [2] --max-waiting must be a whole number from 1 to 9999999.
status --max-waiting=x [2] --max-waiting must be a whole number from 1 to 9999999.
doctor x [2] No arguments expected for "doctor" command. See --help.
