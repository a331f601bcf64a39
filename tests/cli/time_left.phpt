--TEST--
sync: the time left follows from answers and rates, not from bytes read; in a pipe it is a line every 30 seconds
--EXTENSIONS--
aco
pdo_sqlite
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Estimate\TimeLeft;
use Aco\Cli\Output\Progress;
use Aco\Cli\Sync\FeedReport;
use Aco\Feed;
use Aco\Limits;
use Symfony\Component\Console\Output\StreamOutput;

function report(Feed $feed, int $read, int $sent, int $settled, int $requests, int $unchanged = 0): FeedReport
{
    $report = new FeedReport($feed);
    [$report->read, $report->sent, $report->settled] = [$read, $sent, $settled];
    [$report->requests, $report->unchanged] = [$requests, $unchanged];

    return $report;
}

function left(string $label, array $reports, array $shares, float $elapsed, Limits $limits): void
{
    $left = TimeLeft::of($reports, $shares, $elapsed, $limits);
    echo "$label: ", $left === null ? 'unknown'
        : sprintf('%.0f s%s', $left->seconds, $left->isOfRates ? ', by the rates' : ''), "\n";
}

$adobes = new Limits();
$none = new Limits(requestsPerSecond: 0, productsPerMinute: 0, pricesPerMinute: 0);
left('nothing is begun', [report(Feed::Products, 0, 0, 0, 0)], ['products' => 0.0], 0.1, $adobes);
$begun = static fn (int $read): array => [report(Feed::Products, $read, 1000, 500, 5)];
left('all is read, the rates take 2 minutes', $begun(2500), ['products' => 1.0], 1, $adobes);
left('half is read', $begun(1250), ['products' => 0.5], 1, $adobes);
left('nothing has changed', [report(Feed::Products, 1000, 0, 0, 0, 1000)], ['products' => 0.25], 2, $adobes);
$tenth = [report(Feed::Products, 10000, 1000, 0, 0, 9000)];
left('one item in ten has changed', $tenth, ['products' => 0.5], 2, $adobes);
left('a slow service without rates', [report(Feed::Products, 1000, 1000, 200, 2)], ['products' => 1.0], 20, $none);
left('requests alone are limited', [report(Feed::PriceBooks, 5000, 100, 0, 0)], ['priceBooks' => 1.0], 1, $adobes);
left('all is done', [report(Feed::Products, 1000, 1000, 1000, 10)], ['products' => 1.0], 60, $adobes);

echo "-- in a pipe\n";
$stream = fopen('php://memory', 'w+');
$progress = new Progress(new StreamOutput($stream), [], $adobes);
$progress->started(report(Feed::Products, 2500, 1000, 500, 5));
$meter = (new ReflectionProperty($progress, 'meter'))->getValue($progress);
$next = new ReflectionProperty($meter, 'nextLine');
foreach ([0, 31, 1, 1, 31] as $seconds) {
    $next->setValue($meter, $next->getValue($meter) - $seconds);
    $progress->changed();
}
$progress->end();
$progress->changed();
rewind($stream);
echo preg_replace('~[\d,]+/s~', 'N/s', stream_get_contents($stream));
?>
--EXPECT--
nothing is begun: unknown
all is read, the rates take 2 minutes: 120 s, by the rates
half is read: 120 s, by the rates
nothing has changed: 6 s
one item in ten has changed: 120 s, by the rates
a slow service without rates: 80 s
requests alone are limited: 5 s, by the rates
all is done: 0 s
-- in a pipe
2,500 read, 500 of 1,000 sent settled, N/s, 2 min left as the rates allow
2,500 read, 500 of 1,000 sent settled, N/s, 2 min left as the rates allow
