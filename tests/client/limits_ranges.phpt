--TEST--
Limits: defaults and ranges
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

var_dump(new Aco\Limits());
$ranges = [
    'requestsPerSecond' => [0.0, 10000.0], 'productsPerMinute' => [0, 1_000_000_000],
    'pricesPerMinute' => [0, 1_000_000_000],
    'concurrency' => [1, 64], 'maxAttempts' => [1, 20], 'maxRequestBytes' => [1024, 268_435_456],
    'retryBudgetMs' => [0, 86_400_000],
];
foreach ($ranges as $name => [$minimum, $maximum]) {
    foreach ([$minimum, $maximum] as $value) {
        $limits = new Aco\Limits(...[$name => $value]);
        check("$name $value", $limits->$name === $value, $limits->$name);
    }
    foreach ([
        $minimum - 1,
        $maximum + 1,
        ...($name === 'requestsPerSecond' ? [NAN, INF, -INF, -0.001, 10000.001] : [PHP_INT_MIN, PHP_INT_MAX]),
    ] as $value) {
        try {
            new Aco\Limits(...[$name => $value]);
            echo "$name $value TAKEN\n";
        } catch (Aco\Exception\InvalidArgumentException $e) {
            $messages[] = $e->getMessage();
        }
    }
    echo implode("\n", array_unique($messages)), ' (', count($messages), ")\n";
    $messages = [];
}
?>
--EXPECT--
object(Aco\Limits)#1 (9) {
  ["requestsPerSecond"]=>
  float(2)
  ["productsPerMinute"]=>
  int(1000)
  ["pricesPerMinute"]=>
  int(50000)
  ["concurrency"]=>
  int(4)
  ["maxAttempts"]=>
  int(4)
  ["maxRequestBytes"]=>
  int(8388608)
  ["retryBudgetMs"]=>
  int(60000)
  ["shared"]=>
  bool(true)
  ["hosts"]=>
  int(1)
}
requestsPerSecond 0: ok
requestsPerSecond 10000: ok
$requestsPerSecond must be between 0 (no limit) and 10000 (7)
productsPerMinute 0: ok
productsPerMinute 1000000000: ok
$productsPerMinute must be between 0 and 1000000000 (4)
pricesPerMinute 0: ok
pricesPerMinute 1000000000: ok
$pricesPerMinute must be between 0 and 1000000000 (4)
concurrency 1: ok
concurrency 64: ok
$concurrency must be between 1 and 64 (4)
maxAttempts 1: ok
maxAttempts 20: ok
$maxAttempts must be between 1 and 20 (4)
maxRequestBytes 1024: ok
maxRequestBytes 268435456: ok
$maxRequestBytes must be between 1024 and 268435456 (4)
retryBudgetMs 0: ok
retryBudgetMs 86400000: ok
$retryBudgetMs must be between 0 and 86400000 (4)
