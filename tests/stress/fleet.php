<?php

/**
 * Proof that a fleet loses nothing: three nodes work many tenants, and one of them is killed half-way.
 */

declare(strict_types=1);

require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';
require __DIR__ . '/../cli/fleet.inc';

const USAGE = <<<'TEXT'
    Usage: tests/stress/run fleet [--tenants N] [--items N] [--workers N] [--sqlite]

      --tenants N  tenants, each with a file in its spool folder (default 300)
      --items N    products in each file (default 300)
      --workers N  tenants that a node works at a time (default 1)
      --sqlite     control tables in SQLite (default: in a MariaDB server that is started in a temporary folder)

    At the end the sandbox must hold every item, and each node must have worked as many tenants as the others, within
    20 %, before the kill and after it.

    TEXT;
/** Of how much the nodes may differ, beside one tenant. */
const TOLERANCE = 0.2;
const SECONDS_A_TENANT = 6;

/** @param array<string, int> $worked tenants by node */
function is_even(array $worked): bool
{
    $mean = array_sum($worked) / count($worked);

    return max(array_map(static fn (int $count): float => abs($count - $mean), $worked)) <= max(1, TOLERANCE * $mean);
}

$options = getopt('', ['tenants:', 'items:', 'workers:', 'sqlite', 'help'], $rest);
if (isset($options['help']) || $rest !== $argc) {
    fwrite(isset($options['help']) ? STDOUT : STDERR, USAGE);
    exit(isset($options['help']) ? 0 : 2);
}
$reason = FleetNodes::skipReason() ?: (isset($options['sqlite']) ? '' : MariaDb::skipReason());
if ($reason !== '') {
    fwrite(STDERR, "tests/stress/run fleet: $reason\n");
    exit(2);
}

$tenants = (int) ($options['tenants'] ?? 300);
$items = (int) ($options['items'] ?? 300);
$patience = 60 + SECONDS_A_TENANT * $tenants;
$cli = (new Cli())->startSandbox();
if ($cli->init()->code !== 0) {
    fwrite(STDERR, "tests/stress/run fleet: config:init has failed\n");
    exit(2);
}
$server = isset($options['sqlite']) ? null : new MariaDb();
$nodes = new FleetNodes($cli, $server === null ? [] : $server->database('control'));
$nodes->workspaces($tenants, $items);

$start = microtime(true);
$names = ['one', 'two', 'three'];
foreach ($names as $name) {
    $nodes->start($name, (int) ($options['workers'] ?? 1));
}
$reachedHalf = wait_for(static fn (): bool => $nodes->done() >= $tenants / 2, $patience);
$before = $nodes->worked($names);
$nodes->kill('two');
$killed = microtime(true);
$reachedAll = wait_for(static fn (): bool => $nodes->done() === $tenants, $patience);
$seconds = microtime(true) - $start;
$after = $nodes->worked($others = ['one', 'three']);
$held = count($cli->held('products'));

printf("%s tenants with %s items on three nodes, one of them killed half-way\n", number_format($tenants), $items);
printf("%s of %s items delivered after %.0f s\n", number_format($held), number_format($tenants * $items), $seconds);
printf("tenants a node before the kill: %s; at the end: %s\n", implode('/', $before), implode('/', $after));
printf("take-over: %.1f s\n", max(array_map($nodes->latestTake(...), $others)) - $killed);

$after = array_map(static fn (string $name): int => $after[$name] - $before[$name], array_combine($others, $others));
$failures = array_keys(array_filter([
    'half of the tenants were not done in time' => !$reachedHalf,
    'not all tenants were done in time' => !$reachedAll,
    'items are missing' => $held !== $tenants * $items,
    'the nodes did not share the work evenly before the kill' => !is_even($before),
    'the nodes did not share the work evenly after the kill' => !is_even($after),
]));
foreach ($failures as $failure) {
    echo "FAILED: $failure\n";
}
exit($failures === [] ? 0 : 1);
