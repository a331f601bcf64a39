--TEST--
sync: lines that were read before are recognized without being mapped, whatever their order, and never for what they are not
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const TABLE = 'cde_product_prices_feed';

$cli = (new Cli())->startSandbox();
$cli->init();
$counters = static fn (Result $result): string => json_encode(array_filter(array_intersect_key(
    $result->feed('prices'),
    array_flip(['read', 'unchanged', 'sent', 'accepted', 'deleted', 'skipped', 'rejected']),
)));
$sync = static fn (array $items): Result => $cli->run(['sync', $cli->write('prices.jsonl', $items), '--json']);
$pdo = $cli->pdo();

$items = array_map(static fn (int $i): array => price("SKU-$i", $i / 4), range(1, 40));
echo 'new: ', $counters($sync($items)), "\n";
check('with fingerprints', $pdo->query('SELECT MIN(LENGTH(feed_hash)), MAX(LENGTH(feed_hash)) FROM ' . TABLE)
    ->fetch(PDO::FETCH_NUM) == [63, 63]);

// With the hashes gone, only fingerprints can tell that nothing has changed.
$pdo->exec('UPDATE ' . TABLE . " SET feed_hash = '" . str_repeat('0', 40) . "' || SUBSTR(feed_hash, 41)");
echo 'by fingerprint: ', $counters($sync($items)), "\n";
echo 'in another order: ', $counters($sync(array_reverse($items))), "\n";

// What is not done with, or is to be sent again, is not recognized.
$pdo->exec('UPDATE ' . TABLE . ' SET status = 2 WHERE id = 3');
$pdo->exec('UPDATE ' . TABLE . " SET feed_hash = '-' WHERE id = 5");
echo 'two to send: ', $counters($sync($items)), "\n";

// Texts that change without their items are mapped every time; a row without a fingerprint gets one.
$pdo->exec('UPDATE ' . TABLE . ' SET feed_hash = SUBSTR(feed_hash, 1, 40)');
$sync($items);
$noted = static fn (): array => $pdo->query('SELECT feed_hash FROM ' . TABLE . ' ORDER BY id')
    ->fetchAll(PDO::FETCH_COLUMN);
$before = $noted();
check('noted again', min(array_map('strlen', $before)) === 63);
$dated = array_map(static fn (array $item): array => $item + ['modifiedAt' => 'today'], $items);
$unsent = $sync($dated);
check('left as they are', $noted() === $before && $unsent->feed('prices')['unchanged'] === 40, $counters($unsent));

// Another website switched off: all texts have other fingerprints.
$cli->run(['scope:disable', '--website=elsewhere']);
echo 'other scopes: ', $counters($sync($items)), "\n";
check('noted for them', array_intersect($noted(), $before) === []);

// Of equal identities the last counts, also when a line before it is recognized or was sent before.
$other = price('SKU-7', 99);
echo 'older one first: ', $counters($sync([$other, ...$items])), "\n";
echo 'other one last: ', $counters($sync([...$items, $other])), "\n";
echo 'again: ', $counters($sync([...$items, $other])), "\n";
check('the last', array_column($cli->held('prices'), 'regular', 'sku')['SKU-7'] == 99);

// Random catalogs, compared with what the service must hold: the last of each identity.
mt_srand(20261129);
$mapper = new Aco\Mapper(Aco\Feed::Prices);
$held = [];
for ($round = 0; $round < 10; $round++) {
    $lines = array_map(static fn (): array => price('R-' . mt_rand(1, 60), mt_rand(1, 3)), range(1, mt_rand(20, 200)));
    foreach ([$lines, $round % 2 === 0 ? $lines : [...array_slice($lines, 7), ...$lines]] as $input) {
        $result = $sync($input);
        foreach ($input as $item) {
            $document = $mapper->map($item);
            $held[$document->id] = json_decode((string) $document, true);
        }
        $found = array_filter($cli->held('prices'), static fn (array $body): bool => $body['sku'][0] === 'R');
        $wanted = array_values($held);
        $found = array_map(json_encode(...), array_map(static fn (array $body): array
            => ['sku' => $body['sku'], 'regular' => $body['regular']], $found));
        $wanted = array_map(json_encode(...), array_map(static fn (array $body): array
            => ['sku' => $body['sku'], 'regular' => $body['regular']], $wanted));
        sort($found);
        sort($wanted);
        if ($found !== $wanted) {
            check("round $round", false, [array_diff($wanted, $found), array_diff($found, $wanted)]);
        }
    }
    $repeated = $sync($lines);
    if ($round % 2 === 0 && ($repeated->feed('prices')['sent'] ?? 0) !== 0) {
        check("round $round again", false, $counters($repeated));
    }
}
echo "random catalogs: done\n";
?>
--EXPECT--
new: {"read":40,"sent":40,"accepted":40}
with fingerprints: yes
by fingerprint: {"read":40,"unchanged":40}
in another order: {"read":40,"unchanged":40}
two to send: {"read":40,"unchanged":38,"sent":2,"accepted":2}
noted again: yes
left as they are: yes
other scopes: {"read":40,"unchanged":40}
noted for them: yes
older one first: {"read":41,"unchanged":40,"skipped":1}
other one last: {"read":41,"unchanged":40,"sent":1,"accepted":1}
again: {"read":41,"unchanged":40,"skipped":1}
the last: yes
random catalogs: done
