--TEST--
submit(): a Document behind a reference that $onBatch overwrites while it waits is sent as it was
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

function &yielding(array &$items): Generator
{
    foreach ($items as &$item) {
        yield $item;
    }
}

$server = new TestServer();
$client = $server->client();
foreach (['array', 'generator'] as $kind) {
    // The second has the id of the first and waits for its answer.
    $first = document('a', 500);
    $second = document('a', 600);
    $expected = [sha1((string) $first), sha1((string) $second)];
    $items = [&$first, &$second];
    $before = count($server->requests());
    $submission = $client->submit(Feed::Prices, $kind === 'array' ? $items : yielding(
        $items,
    ), null, static function () use (&$first, &$second): void {
        $first = $second = null;
        $GLOBALS['junk'] = [];
        for ($i = 0; $i < 200; $i++) {
            $GLOBALS['junk'][] = str_repeat('Q', 560 + $i);
        }
    });
    $bodies = array_map(
        static fn (stdClass $request): string => sha1(substr($request->body, 1, -1)),
        array_slice($server->requests(), $before),
    );
    check($kind, $bodies === $expected && $submission->accepted === 2, $submission);
}
?>
--EXPECT--
array: ok
generator: ok
