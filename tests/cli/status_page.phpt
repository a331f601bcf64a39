--TEST--
status --html: a page without anything from outside; a browser reports no error and shows every text as text
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (is_executable('/usr/bin/chromium') ? '' : 'skip chromium is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** The document as the browser has it after the scripts. */
function dom(Cli $cli, string $page): string
{
    $process = proc_open([
        '/usr/bin/chromium', '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
        '--enable-logging=stderr',
        "--user-data-dir=$cli->dir/chromium", '--dump-dom', "file://$page",
    ], [
        ['file', '/dev/null', 'r'],
        ['file', "$cli->dir/dom", 'w'],
        ['file', "$cli->dir/console", 'w'],
    ], $pipes, $cli->dir, [
        'HOME' => $cli->dir,
    ] + getenv());
    proc_close($process);
    $console = preg_grep('/CONSOLE/', file("$cli->dir/console"));
    check('no message of the browser', $console === [], $console);

    return file_get_contents("$cli->dir/dom");
}

$cli = (new Cli())->startSandbox();
$cli->init();
$attack = '<script>document.title="attacked"</script><img src=x onerror="document.title=1">"\'&amp;';
$cli->fault([
    'fault' => ['type' => 'reject-items', 'keys' => ["B$attack", 'A-2', 'A-10'], 'message' => "message $attack"],
]);
$cli->write('products.jsonl', [
    product("B$attack"), product('A-10'), product('A-2'), product('OK', ['storeViewCode' => 'view"<b>']),
]);
$cli->run(['sync', 'products.jsonl']);
$result = $cli->run(['status', '--html', 'page.html']);
echo $result->code, ' ', $result->out;
$html = file_get_contents("$cli->dir/page.html");
check('one file alone', array_map(basename(...), glob("$cli->dir/page*")) === ['page.html']);
check('nothing from outside', preg_match(
    '~(src|url|import|https?:)\s*[=(]|href\s*=\s*"(?!#items")~i',
    preg_replace('~&lt;.*?&gt;~', '', $html),
) === 0);
check(
    'no attack in the source',
    !str_contains($html, '<script>document') && !str_contains($html, '<img') && !str_contains($html, '"<b>'),
);
check('no secret', !str_contains($html, 'sandbox-secret'));

$dom = dom($cli, "$cli->dir/page.html");
preg_match('~<title>(.*?)</title>~', $dom, $title);
echo $title[1], "\n";
check('the script ran', substr_count($dom, '<button type="button">') === 22, substr_count($dom, '<button'));
check('no element of the attack', !str_contains($dom, '<img'));
check('the text is there', str_contains($dom, htmlspecialchars($attack, ENT_NOQUOTES)), $dom);
check('verdict', str_contains($dom, '<h1>3 items require attention</h1>'));

echo "-- sorted by a click\n";
// The page itself allows no other script.
file_put_contents("$cli->dir/click.html", str_replace('</body>', '<script>
    const heading = document.querySelectorAll("table.sortable")[1].querySelectorAll("th")[1];
    heading.firstChild.click();
    document.body.dataset.order = [...document.querySelectorAll("table.sortable")[1].tBodies[0].rows].map((row) => row.cells[1].textContent[0] + row.cells[1].textContent[2]).join();
    heading.firstChild.click();
    document.body.dataset.sort = heading.getAttribute("aria-sort");
    const search = document.querySelector(".search input");
    search.value = "ok view";
    search.dispatchEvent(new Event("input", {bubbles: true}));
    const shown = [...document.querySelectorAll("table")].pop().querySelectorAll("tbody tr:not([hidden])");
    document.body.dataset.found = shown.length + " " + shown[0].cells[1].textContent + ", "
        + document.querySelector(".search span").textContent;
</script></body>', preg_replace('~<meta http-equiv[^>]*>~', '', $html)));
preg_match('~data-order="([^"]*)" data-sort="([^"]*)"~', dom($cli, "$cli->dir/click.html"), $found);
echo "$found[1] $found[2]\n";
preg_match('~data-found="([^"]*)"~', file_get_contents("$cli->dir/dom"), $found);
echo html_entity_decode($found[1]), "\n";

require ROOT . '/cli/vendor/autoload.php';

// A number that not every row has, not even the first one.
$table = Aco\Cli\Report\Html::table(
    ['Name', 'Sold'],
    [[Aco\Cli\Report\Cell::text('a'), Aco\Cli\Report\Cell::text('')], [
        Aco\Cli\Report\Cell::text('b'), Aco\Cli\Report\Cell::number(3),
    ]],
);
check('heading above its numbers', str_contains($table, '<th scope="col" class="number">Sold</th>'), $table);
?>
--EXPECT--
0 Written to page.html
one file alone: yes
nothing from outside: yes
no attack in the source: yes
no secret: yes
no message of the browser: yes
Sync status of aco-sandbox-tenant
the script ran: yes
no element of the attack: yes
the text is there: yes
verdict: yes
-- sorted by a click
no message of the browser: yes
A2,A1,Bs descending
1 OK / view"<b>, 1 of 4
heading above its numbers: yes
