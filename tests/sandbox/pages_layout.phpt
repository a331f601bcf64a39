--TEST--
Every page of the sandbox and of status has room for its words at three widths, light and dark
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/browser.inc';
echo skip_reason() ?: browser_skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/browser.inc';
require __DIR__ . '/pages.inc';

$cli = (new Cli())->startSandbox();
fill_sandbox($cli);
$cli->run(['status', '--html', 'status.html']);

$pages = ['status' => "file://$cli->dir/status.html", 'not found' => "{$cli->sandbox['url']}/browse/nothing"];
foreach (PAGES as $path) {
    $pages[$path] = $cli->sandbox['url'] . $path;
}

$browser = new Browser($cli->dir);
$pictures = getenv('ACO_TEST_PICTURES');
foreach ($pages as $name => $url) {
    $browser->open($url);
    foreach ([360, 800, 1280] as $width) {
        foreach (['light', 'dark'] as $colours) {
            $browser->show($width, $colours === 'dark');
            foreach (browser_faults($browser) as $fault) {
                echo "$name, $width, $colours: $fault\n";
            }
            if ($pictures !== false) {
                file_put_contents(
                    "$pictures/" . trim(preg_replace('/\W+/', '-', $name), '-') . "-$width-$colours.png",
                    $browser->picture(),
                );
            }
        }
    }
    $backgrounds[] = $browser->run('getComputedStyle(document.body).backgroundColor');
}
check('one style', count(array_unique($backgrounds)) === 1, $backgrounds);
check('no complaint of the browser', $browser->complaints === [], $browser->complaints);

echo "-- what arrived\n";
$browser->open("{$cli->sandbox['url']}/");
print_r($browser->run(<<<'JS'
    [...document.querySelectorAll('.charts .card')].map((card) => [
        card.querySelector('h3').innerText, card.querySelector('strong').innerText,
        [...card.querySelectorAll('.legend li')].map((entry) => entry.innerText).join(', '),
        'drawn: ' + [...new Set([...card.querySelectorAll('.chart rect')].map((bar) => bar.className.baseVal))].sort().join(' '),
        'inside: ' + [...card.querySelectorAll('.chart rect')].every((bar) => {
            const [outer, inner] = [card.querySelector('.chart'), bar].map((box) => box.getBoundingClientRect());
            return inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1
                && inner.bottom <= outer.bottom + 1 && inner.height >= 1;
        }),
    ].join(' | ')).join('\n')
    JS));

echo "\n-- the list of prices\n";
$browser->open("{$cli->sandbox['url']}/browse/prices");
echo $browser->run(<<<'JS'
    [...document.querySelectorAll('tr')].slice(0, 3).map(
        (row) => [...row.cells].slice(0, 5).map((cell) => cell.innerText).join(' | ')).join('\n')
    JS), "\n";

echo "-- a word without room is noticed\n";
$browser->run(<<<'JS'
    document.querySelectorAll('td')[0].style.cssText = 'display: block; width: 2em; overflow-wrap: anywhere';
    document.querySelectorAll('td')[6].style.cssText = 'display: block; width: 2em; white-space: nowrap';
    document.querySelector('h1').style.color = 'var(--page)';
    JS);
echo implode("\n", preg_replace('/\d{4}-.*?"/', 'TIME"', browser_faults($browser))), "\n";

echo "-- after the state was removed\n";
file_get_contents("{$cli->sandbox['url']}/api/state", false, stream_context_create(['http' => ['method' => 'DELETE']]));
$browser->open("{$cli->sandbox['url']}/");
echo $browser->run('document.querySelectorAll(".chart").length'), " charts\n";
$browser->close();
?>
--EXPECT--
one style: yes
no complaint of the browser: yes
-- what arrived
Product attributes | 1 | default 1 | drawn: s0 | inside: true
Categories | 1 | default 1 | drawn: s0 | inside: true
Products | 36 | default 28, view_10 1, view_11 1, view_12 1, view_13 1, view_14 1, 3 more, 1 deleted | drawn: gone s0 s1 s2 s3 s4 s5 | inside: true
Product layers | 1 | default 1 | drawn: s0 | inside: true
Price books | 1 |  | drawn: s0 | inside: true
Prices | 24 | base 8, base::356a192b79… 8, base::da4b9237ba… 8 | drawn: s0 s1 s2 | inside: true
Category attributes | 0 |  | drawn:  | inside: true
-- the list of prices
sku | Price book | Regular | Discounts | Tier prices
SKU-00001 | base | 1.5 |  | 
SKU-00001 | base::356a192b7913b04c54574d18c28d46e6395428ab | 1.5 |  | 
-- a word without room is noticed
too narrow: TD "1.5"
broken: "base" in TD
contrast 1.0: H1.
-- after the state was removed
0 charts
