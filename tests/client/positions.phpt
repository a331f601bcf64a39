--TEST--
Every position is reported once, with skipped, refused, rejected, split, retried, deleted and live items in several streams at once
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Document;
use Aco\Feed;

const COUNT = 2600;

/** What an item is, by its number. */
function kind(int $n): string
{
    return match (true) {
        $n % 101 === 5 => 'skipped',
        $n % 97 === 6 => 'unmappable',
        $n % 211 === 7 => 'bad',
        $n % 401 === 8 => 'too large',
        default => $n % 7 === 0 ? 'deleted' : 'live',
    };
}

function item(Feed $feed, int $n): array|Document
{
    $name = match ($kind = kind($n)) {
        'bad' => "culprit $n",
        'too large' => "giant $n",
        default => "name $n",
    };
    if ($feed === Feed::Categories) {
        $item = [
            'urlPath' => $kind === 'skipped' ? '' : "c$n", 'storeViewCode' => 'default', 'name' => $name,
            'deleted' => $kind === 'deleted',
        ];
        if ($kind === 'unmappable') {
            unset($item['name']);
        }
        return $item;
    }
    if ($kind === 'unmappable') {
        return ['sku' => "s$n"];
    }
    return Document::fromJson($feed, "id-$n", json_encode(['sku' => "s$n", 'name' => $name]), $kind === 'deleted');
}

function expected(Feed $feed, int $n): string
{
    return match (kind($n)) {
        'skipped' => $feed === Feed::Categories ? 'skipped' : 'live',
        'unmappable', 'bad', 'too large' => '400',
        'deleted' => 'deleted',
        'live' => 'live',
    };
}

$feeds = [Feed::Categories, Feed::Products, Feed::Prices];
$answers = [
    ['contains' => 'culprit', 'always' => true, 'status' => 400, 'body' => [
        'status' => 'FAILED',
        'message' => 'Invalid',
    ]],
    ['contains' => 'giant', 'always' => true, 'status' => 413, 'body' => '<html>'],
    // Each once: with others between them, they are no row of failures.
    ['contains' => '"name 1100"', 'status' => 503], ['contains' => '"name 1900"', 'how' => 'cut'],
    ['contains' => '"name 700"', 'status' => 401],
    ['contains' => '"name 2500"', 'body' => '<html>'],
];
foreach ([1, 4] as $concurrency) {
    $server = new TestServer(['api' => $answers]);
    $client = $server->client(limits(concurrency: $concurrency));
    $streams = $seen = $submissions = [];
    foreach ($feeds as $i => $feed) {
        $seen[$i] = [];
        $streams[$i] = $client->open($feed, null, static function (Batch $batch) use (&$seen, $i): void {
            foreach ($batch->results as $result) {
                if ($result['status'] !== $batch->status) {
                    echo "A RESULT IS NOT WHAT ITS BATCH IS\n";
                }
                $seen[$i][] = [
                    $result['position'],
                    $result['status'] === 200 ? ($result['deleted'] ? 'deleted' : 'live') : (string) $result['status'],
                ];
            }
        });
    }
    for ($n = 0; $n < COUNT; $n++) {
        foreach ($feeds as $i => $feed) {
            $streams[$i]->push(item($feed, $n));
        }
    }
    foreach ($streams as $i => $stream) {
        $submissions[$i] = $stream->finish();
    }
    foreach ($feeds as $i => $feed) {
        $submission = $submissions[$i];
        $wrong = $twice = [];
        $told = [];
        foreach ($seen[$i] as [$position, $what]) {
            if (isset($told[$position])) {
                $twice[] = $position;
            }
            $told[$position] = $what;
            // What $onBatch tells and what the result lists are the same.
            if (($what === '400') !== isset($submission->failedItems[$position])) {
                $wrong[] = $position;
            }
        }
        $counts = ['live' => 0, 'deleted' => 0, '400' => 0, 'skipped' => 0];
        for ($n = 0; $n < COUNT; $n++) {
            $expected = expected($feed, $n);
            $counts[$expected]++;
            $refused = kind($n) === 'unmappable';
            $is = $told[$n]
                ?? (
                    $refused
                    && isset($submission->failedItems[$n]) ? (string) $submission->failedItems[$n]['status'] : 'skipped'
                );
            if ($is !== $expected || ($refused && isset($told[$n]))) {
                $wrong[] = "$n: $is";
            }
        }
        check(
            "{$feed->value}, $concurrency at once",
            $wrong === []
                && $twice === []
                && $submission->status === 200
                && $submission->accepted === $counts['live']
                && $submission->deleted === $counts['deleted']
                && $submission->rejected === $counts['400']
                    && count($submission->failedItems) === $counts['400']
                    && $submission->skipped === $counts['skipped']
                && $submission->retryable === 0 && min($counts['live'], $counts['deleted'], $counts['400']) > 0,
            [
                array_slice($wrong, 0, 10), array_slice($twice, 0, 10), $submission->status, $submission->reason,
                $counts, $submission->accepted, $submission->deleted, $submission->rejected,
            ],
        );
    }
    $requests = $server->requests();
    $ids = array_merge(...array_column($submissions, 'requestIds'));
    check(
        '  each answer with its id',
        count($ids) === count($requests) && count(array_unique($ids)) === count($ids),
        [count($ids), count($requests)],
    );
    $mixed = array_filter($requests, static fn (stdClass $request): bool => count(array_unique(array_map(
        static fn (array $item): bool => kind(
            (int) preg_replace('~\D~', '', (string) ($item['sku'] ?? $item['slug'])),
        ) === 'deleted',
        $request->json,
    ))) > 1);
    check('  deleted and live ones go their own ways', $mixed === []);
    $server->stop();
}
?>
--EXPECT--
categories, 1 at once: ok
products, 1 at once: ok
prices, 1 at once: ok
  each answer with its id: ok
  deleted and live ones go their own ways: ok
categories, 4 at once: ok
products, 4 at once: ok
prices, 4 at once: ok
  each answer with its id: ok
  deleted and live ones go their own ways: ok
