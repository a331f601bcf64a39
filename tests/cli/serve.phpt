--TEST--
serve: the page of all items, for who has the token; filtered, searched, paged; chosen items are sent again
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/../sandbox/browser.inc';
echo skip_reason() ?: browser_skip_reason() ?: (extension_loaded('pcntl') ? '' : 'skip pcntl is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/../sandbox/browser.inc';
require __DIR__ . '/serve.inc';

/** SKUs of the products that the next sync sends again. */
function marked(Cli $cli): array
{
    return array_map(
        static fn (string $json): string => json_decode($json)->sku,
        $cli->pdo()->query("SELECT feed_data FROM cde_products_feed WHERE feed_hash = '-'")->fetchAll(PDO::FETCH_COLUMN),
    );
}

/** The text of an element, as soon as the page that comes has it. */
function shown(Browser $browser, string $selector): string
{
    for ($tries = 0; $tries < 300; $tries++) {
        try {
            $text = $browser->run("document.querySelector('$selector')?.textContent");
        } catch (RuntimeException) {
            $text = null;
        }
        if (is_string($text)) {
            return $text;
        }
        usleep(50_000);
    }

    return "no $selector";
}

$cli = (new Cli())->startSandbox();
$cli->init();
$attack = '<script>document.title="attacked"</script><img src=x onerror="document.title=1">"\'&amp;';
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ["B$attack", 'SKU-00007'], 'message' => "no $attack"]]);
$cli->write('shop/products.jsonl', [
    ...array_map(static fn (int $n): array => product(sprintf('SKU-%05d', $n)), range(1, 120)),
    product("B$attack"), product('OK', ['storeViewCode' => 'view"<b>']), product('50%_'),
]);
$cli->write('shop/prices.jsonl', [price('SKU-00001')]);
$cli->run(['sync', 'shop']);
$cli->clearFaults();
$page = new Served($cli);
$page->start();

echo "-- who is let in\n";
check('the token is this user\'s', (fileperms("$cli->state/serve.token") & 0777) === 0600);
$own = "http://127.0.0.1:$page->port";
foreach ([
    'nobody' => [], 'a wrong cookie' => ["Cookie: aco_$page->port=" . str_repeat('0', 64)],
    'another name' => ["Host: evil.example:$page->port", $page->cookie()],
    'another port' => ['Host: 127.0.0.1:1', $page->cookie()],
    'another site' => ['Origin: https://evil.example', $page->cookie()],
    'an opaque origin' => ['Origin: null', $page->cookie()],
    'the owner' => [$page->cookie()], 'by name' => ["Host: localhost:$page->port", $page->cookie()],
] as $who => $headers) {
    echo "$who: ", $page->get('/', $headers)->code, "\n";
}
echo 'a wrong token: ', $page->get('/?token=' . str_repeat('0', 64), [])->code, "\n";
$entry = $page->get("/?token=$page->token", []);
echo "the token: $entry->code, ", preg_match('/^location: (.*)$/mi', $entry->err, $found) ? $found[1] : '', ', ',
    preg_match('/^set-cookie: (.*)$/mi', $entry->err, $found)
        ? str_replace([$page->token, (string) $page->port], ['TOKEN', 'PORT'], $found[1])
        : '', "\n";
$names = 'content-security-policy|cache-control|referrer-policy|x-frame-options';
preg_match_all("/^($names): (.*)\$/mi", $page->get('/')->err, $found);
echo preg_replace("/'sha256-[^']*'/", 'HASH', implode("\n", $found[0])), "\n";
foreach (['/nothing', '/item', '/item?feed=products&row=99999', '/resync', '/item?feed=x&row=1'] as $path) {
    echo "$path: ", $page->get($path)->code, "\n";
}

echo "-- forms\n";
$form = ['form' => hash_hmac('sha256', 'form', $page->token), 'rows' => ['1', '2']];
foreach ([
    'without origin' => [$form, [$page->cookie()]],
    'of another site' => [$form, [$page->cookie(), 'Origin: https://evil.example']],
    'without its secret' => [['rows' => ['1']], [$page->cookie(), "Origin: $own"]],
    'with another secret' => [['form' => 'x'] + $form, [$page->cookie(), "Origin: $own"]],
    'without the token' => [$form, ["Origin: $own"]],
] as $what => [$fields, $headers]) {
    echo "$what: ", $page->post('/resync?feed=products', $fields, $headers)->code, "\n";
}
check('nothing was marked', marked($cli) === []);
$odd = ['rows' => ['x', ['1'], '-1', '999999']] + $form;
echo 'odd rows: ', $page->post('/resync?feed=products', $odd)->code, "\n";

echo "-- search\n";
foreach (['', '?q=sku-0000', '?q=50%25_', '?q=%25', '?state=failed', '?state=sent&q=SKU', '?scope=view"<b>',
    '?feed=prices', '?feed=products&q=nothing', '?q[]=x&state[]=y', '?after=zzz', '?scope=%27'] as $query) {
    $html = $page->get("/$query")->out;
    preg_match('~<span class="soft">([^<]*items?), 50 a page~', $html, $count);
    echo $query, ': ', $count[1] ?? (str_contains($html, 'No item is like that.') ? 'none' : 'neither'), "\n";
}
$seen = [];
for ($path = '/?q=SKU'; $path !== null; $path = $next) {
    $html = $page->get($path)->out;
    preg_match_all('~>(SKU-\d+) / default</a>~', str_replace('<wbr>', '', $html), $names);
    array_push($seen, ...$names[1]);
    $next = preg_match('~href="([^"#]*)(?:\#items)?">Next</a>~', $html, $found) ? html_entity_decode($found[1]) : null;
    $pages[] = count($names[1]);
}
echo 'pages: ', implode(' ', $pages), ', different: ', count(array_unique($seen)), "\n";
preg_match('~href="([^"#]*)(?:\#items)?">Previous</a>~', $html, $found);
echo 'and back: ', substr_count($page->get(html_entity_decode($found[1]))->out, 'name="rows[]"'), "\n";

echo "-- what people see\n";
$browser = new Browser($cli->dir);
$browser->open("$own/?token=$page->token");
check('the token leaves the address', $browser->run('location.href') === "$own/");
$browser->open("$own/?state=failed");
check('no element of the attack', $browser->run('document.querySelectorAll("img, b").length') === 0);
check('its text', $browser->run('document.body.textContent.includes(' . json_encode($attack) . ')'));
check('the title', $browser->run('document.title') === 'Sync status of aco-sandbox-tenant');
$browser->run('document.querySelector("tbody a").click()');
echo shown($browser, '.facts dd'), "\n";
$views = ['list' => "$own/", 'search' => "$own/?state=failed", 'none' => "$own/?q=nothing", 'refused' => "$own/nothing",
    'item' => "$own/item?feed=products&row=121", 'marked' => "$own/?marked=2"];
$pictures = getenv('ACO_TEST_PICTURES');
foreach ($views as $name => $url) {
    $browser->open($url);
    foreach ([360, 800, 1280] as $width) {
        foreach ([false, true] as $isDark) {
            $browser->show($width, $isDark);
            foreach (browser_faults($browser) as $fault) {
                echo "$name, $width: $fault\n";
            }
            $pictures === false || file_put_contents(
                "$pictures/serve-$name-$width-" . ($isDark ? 'dark' : 'light') . '.png',
                $browser->picture(),
            );
        }
    }
}

echo "-- chosen items are sent again\n";
$browser->open("$own/?q=sku-0000");
$browser->run(<<<'JS'
    (() => {
        const boxes = document.querySelectorAll('input[type=checkbox]');
        boxes[0].click();
        boxes[6].click();
        document.querySelector('.actions button').click();
    })()
    JS);
echo shown($browser, '.note'), "\n";
check('no complaint of the browser', $browser->complaints === [], $browser->complaints);
$browser->close();
echo implode(' ', marked($cli)), "\n";
$sent = $cli->run(['sync', '--json', '--feed=products', 'shop'])->json()['feeds']['products'];
echo "$sent[sent] sent, $sent[accepted] accepted\n";
check('the log is silent about it', !str_contains((string) file_get_contents("$cli->state/log/aco.log"), $page->token));

echo "-- the end\n";
echo $page->stop(), "\n";
$page->start(['--new-token']);
check('another token', $page->token !== $page->first);
echo 'the old one: ', $page->get("/?token=$page->first", [])->code, "\n";
$taken = $cli->run(['serve', "--port=$page->port"]);
echo "taken [$taken->code] ", str_replace((string) $page->port, 'PORT', $taken->err);
$page->stop();
foreach ([['--host=0.0.0.0'], ['--port=x'], ['--port=70000']] as $options) {
    show($cli->run(['serve', ...$options]), $cli, implode(' ', $options));
}
$empty = new Cli();
show($empty->run(['serve']), $empty, 'nothing there');
?>
--EXPECT--
-- who is let in
the token is this user's: yes
nobody: 403
a wrong cookie: 403
another name: 403
another port: 403
another site: 403
an opaque origin: 403
the owner: 200
by name: 200
a wrong token: 403
the token: 303, /, aco_PORT=TOKEN; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000
content-security-policy: default-src 'none'; style-src HASH; script-src HASH; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
cache-control: no-store
referrer-policy: same-origin
x-frame-options: DENY
/nothing: 404
/item: 404
/item?feed=products&row=99999: 404
/resync: 405
/item?feed=x&row=1: 404
-- forms
without origin: 403
of another site: 403
without its secret: 403
with another secret: 403
without the token: 403
nothing was marked: yes
odd rows: 303
-- search
: 123 items
?q=sku-0000: 9 items
?q=50%25_: 1 item
?q=%25: 1 item
?state=failed: 2 items
?state=sent&q=SKU: 119 items
?scope=view"<b>: 1 item
?feed=prices: 1 item
?feed=products&q=nothing: none
?q[]=x&state[]=y: 123 items
?after=zzz: 123 items
?scope=%27: none
pages: 50 50 20, different: 120
and back: 50
-- what people see
the token leaves the address: yes
no element of the attack: yes
its text: yes
the title: yes
Failed, requires attention
-- chosen items are sent again
2 items are sent again by the next sync whose source contains them.
no complaint of the browser: yes
SKU-00001 SKU-00007
2 sent, 2 accepted
the log is silent about it: yes
-- the end
exit code 0
another token: yes
the old one: 403
taken [2] Port PORT on 127.0.0.1 is already in use. Choose another with --port, or let the system choose with --port 0.
--host=0.0.0.0 [2] --host must be 127.0.0.1 or ::1: from other machines, use a tunnel of ssh.
--port=x [2] --port must be a whole number from 0 to 65535.
--port=70000 [2] --port must be a whole number from 0 to 65535.
nothing there [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
