--TEST--
Tables fit into 80 and 60 columns, as COLUMNS or the terminal says; failures have colours on a terminal alone
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
exec('script -qec true /dev/null 2>&1', $printed, $code);
echo skip_reason() ?: ($code === 0 ? '' : 'skip script(1) is missing or finds no pseudo-terminal');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$cli->fault(['fault' => [
    'type' => 'reject-items', 'keys' => ['SKU-00002'], 'message' => str_repeat('A long reason. ', 9),
]]);
$cli->write('shop/products.jsonl', products(3));
$cli->write('shop/prices.jsonl', [price('SKU-00001')]);

/** Lines of tables that are wider than that. */
function wide(string $text, int $width): array
{
    return array_values(array_filter(
        explode("\n", $text),
        static fn (string $line): bool => preg_match('/^[+|]/', $line) === 1 && mb_strlen($line) > $width,
    ));
}

/** As on a terminal of that width. */
function terminal(Cli $cli, int $width, string $arguments, string $environment = ''): string
{
    $terminal = clone $cli;
    $line = "stty cols $width; unset COLUMNS; TERM=xterm $environment " . ROOT . "/bin/aco $arguments";
    $terminal->command = ['script', '-qec', $line, '/dev/null'];

    return strtr($terminal->run([])->out, ["\r" => '']);
}

$plain = static fn (string $text): string => preg_replace('/\e\[[\d;]*m/', '', $text);
$stable = static fn (string $text): string => preg_replace(
    ['/\d{4}-\d\d-\d\d [\d:]{8}/', '/\b[\da-f]{32}\b/', '/\b\d\.\d\b/'],
    ['YYYY-MM-DD HH:MM:SS', str_repeat('0', 32), '0.0'],
    $text,
);

foreach ([60, 80, 200] as $width) {
    echo "-- COLUMNS=$width\n";
    foreach ([
        'resync --feed=products --force shop', 'status', 'status --failed', 'config:show', 'estimate shop',
    ] as $line) {
        $result = $cli->run(explode(' ', $line), ['COLUMNS' => (string) $width]);
        check($line, wide($result->out, $width) === [] && $result->out !== '', wide($result->out, $width));
        check('no colours in a pipe', !str_contains($result->out . $result->err, "\e"));
        if ($width < 200 && str_starts_with($line, 'status')) {
            echo $stable(preg_replace('/^  .*\n/m', '', $result->out));
        }
        check("the same on a terminal", wide($plain(terminal($cli, $width, $line)), $width) === []);
    }
}

echo "-- long words, at 60 columns\n";
$cli->run(['assets:config', '--journal-url=https://events.adobe.io/events/organizations/1234/integrations/5678/abcdef',
    '--search-query=[{"match":{"mode":"FULLTEXT","text":"*"}},{"term":{"repo":["' . str_repeat('x', 50) . '"]}}]']);
$cli->run(['experience:config', '--order-attribute=gift=_acme.order.gift.message', '--order-attribute=a=_acme.a']);
$cli->run(['experience:config', '--website=base', '--datastream-id=11111111-2222-3333-4444-555555555555']);
foreach (['assets:config', 'experience:config'] as $command) {
    $out = $cli->run([$command], ['COLUMNS' => '60'])->out;
    check($command, wide($out, 60) === [] && $out !== '', $out);
    // Where the test has its files, in as many lines as that takes.
    echo preg_replace('/^\| database .*\n(?:\|\s+\| .*\n)*/m', '', $out);
}

echo "-- without COLUMNS a pipe has room for all\n";
$pipe = clone $cli;
$pipe->command = ['env', '-u', 'COLUMNS', ROOT . '/bin/aco'];
check('status', str_contains($pipe->run(['status'])->out, '| Oldest waiting (UTC) |'));
check('status --failed', str_contains($pipe->run(['status', '--failed'])->out, '| Request id '));

echo "-- colours\n";
$shown = terminal($cli, 200, 'resync --feed=products --force shop');
check('rejected', str_contains($shown, "\e[31m1\e[39m"), $shown);
check('the sentence', str_contains($shown, "\e[33mCorrect the rejected items"), $shown);
check('a mistake', str_contains(terminal($cli, 200, 'synk'), "\e[31mCommand \"synk\""));
check('what waits', str_contains(terminal($cli, 200, 'status --failed'), "\e[31mFailed, requires attention\e[39m"));
check('NO_COLOR', !str_contains(terminal($cli, 200, 'status --failed', 'NO_COLOR=1'), "\e["));
check('--no-ansi', !str_contains(terminal($cli, 200, 'status --failed --no-ansi'), "\e["));
?>
--EXPECT--
-- COLUMNS=60
resync --feed=products --force shop: yes
no colours in a pipe: yes
the same on a terminal: yes
status: yes
no colours in a pipe: yes
+--------------------------------------+
|            Feed: products            |
|          Source: 3                   |
|            Sent: 2                   |
|          Failed: 1                   |
| Last sync (UTC): YYYY-MM-DD HH:MM:SS |
|--------------------------------------|
|            Feed: productAttributes   |
|          Source: 0                   |
|            Sent: 0                   |
|          Failed: 0                   |
| Last sync (UTC): never               |
|--------------------------------------|
|            Feed: categories          |
|          Source: 0                   |
|            Sent: 0                   |
|          Failed: 0                   |
| Last sync (UTC): never               |
|--------------------------------------|
|            Feed: prices              |
|          Source: 0                   |
|            Sent: 0                   |
|          Failed: 0                   |
| Last sync (UTC): never               |
|--------------------------------------|
|            Feed: priceBooks          |
|          Source: 0                   |
|            Sent: 0                   |
|          Failed: 0                   |
| Last sync (UTC): never               |
+--------------------------------------+
the same on a terminal: yes
status --failed: yes
no colours in a pipe: yes
+----------------------------------------------------------+
|       Feed: products                                     |
|       Item: SKU-00002 / default                          |
|     Status: Failed, requires attention                   |
|      Field: sku                                          |
|    Message: A long reason. A long reason. A long reason. |
|             A long reason. A long reason. A long reason. |
|             A long reason. A long reason. A long reason. |
| Request id: 00000000000000000000000000000000             |
|   Attempts: 1                                            |
+----------------------------------------------------------+
the same on a terminal: yes
config:show: yes
no colours in a pipe: yes
the same on a terminal: yes
estimate shop: yes
no colours in a pipe: yes
the same on a terminal: yes
-- COLUMNS=80
resync --feed=products --force shop: yes
no colours in a pipe: yes
the same on a terminal: yes
status: yes
no colours in a pipe: yes
+-------------------+--------+------+--------+---------------------+
| Feed              | Source | Sent | Failed | Last sync (UTC)     |
+-------------------+--------+------+--------+---------------------+
| products          |      3 |    2 |      1 | YYYY-MM-DD HH:MM:SS |
| productAttributes |      0 |    0 |      0 | never               |
| categories        |      0 |    0 |      0 | never               |
| prices            |      0 |    0 |      0 | never               |
| priceBooks        |      0 |    0 |      0 | never               |
+-------------------+--------+------+--------+---------------------+
the same on a terminal: yes
status --failed: yes
no colours in a pipe: yes
+------------------------------------------------------------------------------+
|       Feed: products                                                         |
|       Item: SKU-00002 / default                                              |
|     Status: Failed, requires attention                                       |
|      Field: sku                                                              |
|    Message: A long reason. A long reason. A long reason. A long reason. A    |
|             long reason. A long reason. A long reason. A long reason. A long |
|             reason.                                                          |
| Request id: 00000000000000000000000000000000                                 |
|   Attempts: 1                                                                |
+------------------------------------------------------------------------------+
the same on a terminal: yes
config:show: yes
no colours in a pipe: yes
the same on a terminal: yes
estimate shop: yes
no colours in a pipe: yes
the same on a terminal: yes
-- COLUMNS=200
resync --feed=products --force shop: yes
no colours in a pipe: yes
the same on a terminal: yes
status: yes
no colours in a pipe: yes
the same on a terminal: yes
status --failed: yes
no colours in a pipe: yes
the same on a terminal: yes
config:show: yes
no colours in a pipe: yes
the same on a terminal: yes
estimate shop: yes
no colours in a pipe: yes
the same on a terminal: yes
-- long words, at 60 columns
assets:config: yes
+--------------+-------------------------------------------+
| Setting      | Value                                     |
+--------------+-------------------------------------------+
| journal_url  | https://events.adobe.io/events/           |
|              | organizations/1234/integrations/5678/     |
|              | abcdef                                    |
| search_query | [{"match":{"mode":"FULLTEXT","text":"*"}} |
|              | ,{"term":{"repo":                         |
|              | ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx |
|              | xxxxxxxxxxx"]}}]                          |
+--------------+-------------------------------------------+
experience:config: yes
+---------------------+------------------------------------+
| Setting             | Value                              |
+---------------------+------------------------------------+
| requests_per_second | 100                                |
| documented_names    | off                                |
| normalize_email     | off                                |
| item_details        | off                                |
| order_attributes    | gift: _acme.order.gift.message; a: |
|                     | _acme.a                            |
| customer_events     | off                                |
| retention_days      | 0                                  |
+---------------------+------------------------------------+
+---------------------------------------------------+
|     Website: (default)                            |
|  Datastream: -                                    |
| Back office: off                                  |
|  Storefront: off                                  |
|     Consent: pending                              |
|---------------------------------------------------|
|     Website: base                                 |
|  Datastream: 11111111-2222-3333-4444-555555555555 |
| Back office: off                                  |
|  Storefront: off                                  |
|     Consent: pending                              |
+---------------------------------------------------+
-- without COLUMNS a pipe has room for all
status: yes
status --failed: yes
-- colours
rejected: yes
the sentence: yes
a mistake: yes
what waits: yes
NO_COLOR: yes
--no-ansi: yes
