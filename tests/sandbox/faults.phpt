--TEST--
Sandbox: every fault does what it says
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/products/prices';
$price = fn (string $sku) => ['sku' => $sku, 'priceBookId' => 'main', 'regular' => 1];
$skus = fn () => implode(' ', array_column(sandbox_entities($sandbox, 'prices'), 'sku'));
$once = static function (string $label, array $fault) use ($sandbox): void {
    $added = sandbox_fault($sandbox, ['match' => ['path' => '/prices$'], 'times' => 1, 'fault' => $fault]);
    echo "-- $label ($added->status)\n";
};
$send = fn (string ...$skus) => sandbox_post($sandbox, $path, array_map($price, $skus));
sandbox_token($sandbox);

$once('status', ['type' => 'status', 'status' => 503, 'headers' => ['Retry-After' => '1'], 'body' => 'busy']);
$answer = $send('status');
echo $answer->status, ' ', $answer->headers['retry-after'], ' ', $answer->body, "\n";
echo 'other paths: ', sandbox_post($sandbox, '/v1/catalog/products', [])->status, "\n";
echo 'afterwards: ', $send('A')->status, ' stored: ', $skus(), "\n";

$once('reset', ['type' => 'reset']);
echo var_export($send('reset')->raw, true), ' stored: ', $skus(), "\n";

$once('reset-after', ['type' => 'reset-after']);
echo var_export($send('B')->raw, true), ' stored: ', $skus(), "\n";

$once('delay', ['type' => 'delay', 'ms' => 400]);
$start = microtime(true);
$answer = $send('C');
$seconds = microtime(true) - $start;
echo $answer->status, $seconds >= 0.39 && $seconds < 2 ? ' late' : " after $seconds s", "\n";

$once('truncate', ['type' => 'truncate', 'bytes' => 10]);
$answer = $send('D');
echo $answer->status, ' ', $answer->headers['content-length'], ' ', $answer->body, "\n";
$once('truncate by half', ['type' => 'truncate']);
$answer = $send('D');
echo $answer->status, ' ', $answer->headers['content-length'], ' ', $answer->body, ' stored: ', $skus(), "\n";

$once('garbage', ['type' => 'garbage']);
$answer = $send('garbage');
echo $answer->status, ' ', strlen($answer->raw), ' ', str_contains($answer->raw, 'HTTP') ? 'HTTP' : 'not HTTP', "\n";

$once('html', ['type' => 'html', 'body' => '<p>soon</p>']);
$answer = $send('html');
echo $answer->status, ' ', $answer->headers['content-type'], ' ', $answer->body, ' stored: ', $skus(), "\n";

$once('slow', ['type' => 'slow', 'bytesPerSecond' => 500]);
$start = microtime(true);
$answer = $send('E');
$expected = strlen($answer->raw) / 500;
$seconds = microtime(true) - $start;
echo sandbox_summary($answer), $seconds > $expected * 0.8 && $seconds < $expected * 3 ? ' slowly' : " after $seconds s",
    "\n";

$once('expire-tokens', ['type' => 'expire-tokens']);
echo $send('x')->status, ' ', $send('x')->status, "\n";
unset($sandbox->token);
echo 'new token: ', $send('F')->status, "\n";

$once('accepted-count', ['type' => 'accepted-count', 'missing' => 2]);
echo sandbox_summary($send('G', 'H', 'I')), ' stored: ', $skus(), "\n";
?>
--EXPECT--
-- status (201)
503 1 busy
other paths: 200
afterwards: 200 stored: A
-- reset (201)
'' stored: A
-- reset-after (201)
'' stored: A B
-- delay (201)
200 late
-- truncate (201)
200 39 {"status":
-- truncate by half (201)
200 39 {"status":"ACCEPTED stored: A B C D
-- garbage (201)
0 64 not HTTP
-- html (201)
200 text/html;charset=UTF-8 <p>soon</p> stored: A B C D
-- slow (201)
200 ACCEPTED 1 slowly
-- expire-tokens (201)
401 401
new token: 200
-- accepted-count (201)
200 ACCEPTED 1 stored: A B C D E F G
