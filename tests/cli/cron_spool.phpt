--TEST--
cron: entries of the spool folder are taken in order, and are always in exactly one place
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Cron\{CommandEnd, CommandRunner, Integration, JobRun, JobRunner, Spool, SpoolEntry, SpoolSync};
use Aco\Cli\Cron\{StopRequested, StopSignal};
use Symfony\Component\Console\Application;
use Symfony\Component\Console\Output\BufferedOutput;

function tree(string $folder): string
{
    $found = [];
    foreach (new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
    ) as $file) {
        $found[] = substr($file->getPathname(), strlen($folder) + 1);
    }
    sort($found);

    return implode(' ', $found) ?: 'nothing';
}

/** @param Closure(string): CommandEnd $answer by the name of the entry */
function run(Spool $spool, Closure $answer, array $integrations = [Integration::Catalog, Integration::Orders]): void
{
    (new SpoolSync(
        $spool,
        new JobRunner(
            new StopSignal(),
            static fn (string $command, array $arguments): CommandEnd => $answer(basename($arguments['source'])),
            static function (JobRun $run): void {
                $message = preg_replace('~\S*/(\w+/)~', '$1', $run->message);
                echo "  {$run->job->value} {$run->entry} [{$run->exitCode}]", rtrim(" $message"), "\n";
            },
        ),
        $integrations,
    ))->run();
}

$report = static fn (int $exitCode, array $members = []): CommandEnd
    => new CommandEnd($exitCode, '', ['feeds' => ['products' => $members + ['rejected' => 0, 'inputError' => null]]]);
$cli = new Cli();
$item = [product('A')];

echo "-- order\n";
$spool = new Spool("$cli->dir/order", true);
$spool->prepare();
foreach ([
    'products-10.jsonl', 'products-9.jsonl.gz', 'prices-9.jsonl', 'productAttributes-9.jsonl', 'products.jsonl',
    'categories_20260801T01.jsonl',
    'stock-1.jsonl', 'products-1.jsonl.tmp', '.products-2.jsonl', 'README', 'products1.jsonl'] as $name) {
    $cli->write("order/$name", $item);
}
$cli->write('order/20260731/products.jsonl', $item);
echo implode(' ', array_column($spool->take(), 'name')), "\n";
echo tree("$cli->dir/order"), "\n";
check(
    'modes',
    array_unique(array_map(
        static fn (string $place): int => fileperms("$cli->dir/order/$place") & 0777,
        ['working', 'done', 'failed'],
    )) === [0700],
);

echo "-- ends\n";
$spool = new Spool("$cli->dir/ends", true);
$spool->prepare();
foreach (range(1, 8) as $number) {
    $cli->write("ends/products-$number.jsonl", $item);
}
mkdir("$cli->dir/ends/0-empty");
$cli->write('ends/stock-0.jsonl', $item);
run($spool, static fn (string $name): CommandEnd => match ($name) {
    'products-1.jsonl' => $report(0),
    'products-2.jsonl' => $report(1, ['rejected' => 2]),
    'products-3.jsonl' => $report(1, ['toRetry' => 2]),
    'products-4.jsonl' => $report(1, ['inputError' => 'the gzip data is damaged']),
    'products-5.jsonl' => new CommandEnd(3, 'Unexpected error: a bug.'),
    'products-6.jsonl' => $report(3, ['toRetry' => 2]),
});
echo tree("$cli->dir/ends"), "\n";
echo implode('', file("$cli->dir/ends/failed/products-5.jsonl.report.json"));
run($spool, static fn (string $name): CommandEnd => new CommandEnd(2, 'Another sync is working.'));
try {
    run($spool, static fn (string $name): CommandEnd => throw new StopRequested());
} catch (StopRequested) {
    echo "stopped\n";
}
$cli->write('ends/products-7.jsonl', [...$item, ...$item]);
echo tree("$cli->dir/ends/working"), "; newer one of the same name waits: ",
    file_exists("$cli->dir/ends/products-7.jsonl") ? 'yes' : 'no', "\n";
run($spool, static fn (string $name): CommandEnd => $report(0));
run($spool, static fn (string $name): CommandEnd => $report(0));
echo tree("$cli->dir/ends/done"), ', ', tree("$cli->dir/ends/working"), "\n";

echo "-- done ones are removed\n";
$spool = new Spool("$cli->dir/removed", false);
$spool->prepare();
$cli->write('removed/day/products.jsonl', $item);
$cli->write('removed/products.jsonl', $item);
run($spool, static fn (string $name): CommandEnd => $report(0));
echo tree("$cli->dir/removed"), "\n";

echo "-- commands by name\n";
$output = new BufferedOutput();
$end = (new CommandRunner(new Application(), [], $output))->run('resend-failed');
echo "[$end->exitCode] $end->message\n";
check('said', $output->fetch() === "$end->message\n");
?>
--EXPECT--
-- order
products.jsonl products1.jsonl stock-1.jsonl productAttributes-9.jsonl products-9.jsonl.gz prices-9.jsonl products-10.jsonl 20260731 categories_20260801T01.jsonl
.products-2.jsonl README products-1.jsonl.tmp working/20260731/products.jsonl working/categories_20260801T01.jsonl working/prices-9.jsonl working/productAttributes-9.jsonl working/products-10.jsonl working/products-9.jsonl.gz working/products.jsonl working/products1.jsonl working/stock-1.jsonl
modes: yes
-- ends
  sync stock-0.jsonl [2] The file name working/stock-0.jsonl does not name a feed: give --feed. Kept as failed/stock-0.jsonl, with a report beside it.
  sync 0-empty [2] working/0-empty contains no feed file: expected at least one of products.jsonl, productAttributes.jsonl, categories.jsonl, prices.jsonl, priceBooks.jsonl, categoryAttributes.jsonl, productLayers.jsonl, or the same with .gz. Kept as failed/0-empty, with a report beside it.
  sync products-1.jsonl [0]
  sync products-2.jsonl [1] Kept as failed/products-2.jsonl, with a report beside it.
  sync products-3.jsonl [1]
  sync products-4.jsonl [1] Kept as failed/products-4.jsonl, with a report beside it.
  sync products-5.jsonl [3] Unexpected error: a bug. Kept as failed/products-5.jsonl, with a report beside it.
  sync products-6.jsonl [3]
done/products-1.jsonl done/products-3.jsonl done/products-6.jsonl failed/0-empty.report.json failed/products-2.jsonl failed/products-2.jsonl.report.json failed/products-4.jsonl failed/products-4.jsonl.report.json failed/products-5.jsonl failed/products-5.jsonl.report.json failed/stock-0.jsonl failed/stock-0.jsonl.report.json working/products-7.jsonl working/products-8.jsonl
{
    "exitCode": 3,
    "message": "Unexpected error: a bug."
}
  sync products-7.jsonl [2] Another sync is working.
stopped
products-7.jsonl products-8.jsonl; newer one of the same name waits: yes
  sync products-7.jsonl [0]
  sync products-8.jsonl [0]
  sync products-7.jsonl [0]
products-1.jsonl products-3.jsonl products-6.jsonl products-7-2.jsonl products-7.jsonl products-8.jsonl, nothing
-- done ones are removed
  sync products.jsonl [0]
  sync day [0]
nothing
-- commands by name
[2] The schedule needs the command resend-failed, which this version does not have.
said: yes
