--TEST--
Sandbox: faults strike the requests they are for, as often as they are told
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--seed', '42']);
$path = '/v1/catalog/products/prices';
$status = ['type' => 'status', 'status' => 503];
$clear = fn () => sandbox_http('DELETE', "$sandbox->url/api/faults")->status;
$statuses = fn (int $count, string $method = 'POST') => implode(' ', array_map(
    fn () => sandbox_post($sandbox, $path, [], $method)->status,
    range(1, $count),
));
sandbox_token($sandbox);

sandbox_fault($sandbox, [
    'match' => ['path' => '/prices$', 'method' => 'POST'], 'after' => 2, 'times' => 2, 'fault' => $status,
]);
echo 'after 2, twice: ', $statuses(6), "\n";
echo 'other method: ', $statuses(1, 'PATCH'), "\n";
$described = sandbox_http('GET', "$sandbox->url/api/faults")->json->faults[0];
echo "matched $described->matched, fired $described->fired, {$described->fault->type}\n";
echo $clear(), ' ', count(sandbox_http('GET', "$sandbox->url/api/faults")->json->faults), "\n";

sandbox_fault($sandbox, ['fault' => $status]);
echo 'always, everywhere: ', $statuses(3), ' ', sandbox_token_request($sandbox)->status, "\n";
echo 'but not here: ', sandbox_http('GET', "$sandbox->url/api/state")->status, ' ',
    sandbox_http('GET', "$sandbox->url/")->status, "\n";
$clear();

sandbox_fault($sandbox, ['times' => 1, 'fault' => $status]);
sandbox_fault($sandbox, ['fault' => ['status' => 500] + $status]);
echo 'in order: ', $statuses(3), "\n";
$clear();

$toss = static function () use ($sandbox, $statuses): string {
    sandbox_fault($sandbox, ['probability' => 0.5, 'fault' => ['type' => 'status', 'status' => 503]]);

    return $statuses(20);
};
$first = $toss();
echo str_contains($first, '200') && str_contains($first, '503') ? "sometimes\n" : "$first\n";
sandbox_stop($sandbox);
$sandbox = sandbox_start(['--seed', '42']);
$statuses = fn (int $count) => implode(' ', array_map(
    fn () => sandbox_post($sandbox, $path, [])->status,
    range(1, $count),
));
sandbox_token($sandbox);
sandbox_fault($sandbox, ['probability' => 0.5, 'fault' => ['type' => 'status', 'status' => 503]]);
echo $statuses(20) === $first ? "the same again\n" : "not the same\n";
?>
--EXPECT--
after 2, twice: 200 200 503 503 200 200
other method: 200
matched 4, fired 2, status
204 0
always, everywhere: 503 503 503 503
but not here: 200 200
in order: 503 500 500
sometimes
the same again
