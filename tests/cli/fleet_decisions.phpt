--TEST--
fleet: which node takes which tenant, and which tenant comes next
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Fleet\{Assignment, Shares, Turn};

echo "-- shares\n";
foreach ([
    [10, ['a' => 1, 'b' => 1, 'c' => 1]],
    [7, ['b' => 4, 'a' => 2]],
    [0, ['a' => 3]],
    [2, ['c' => 1, 'a' => 1, 'b' => 1]],
    [10000, ['a' => 16, 'b' => 4, 'c' => 1000]],
] as [$tenants, $workers]) {
    $shares = Shares::of($tenants, $workers);
    check(json_encode($shares), array_sum($shares) === $tenants);
}

echo "-- assignment\n";
$two = ['a' => 4, 'b' => 4];
$cases = [
    'alone' => [['t1' => '', 't2' => '', 't3' => ''], ['a' => 4], 'a', []],
    'the first of two' => [['t1' => '', 't2' => '', 't3' => '', 't4' => ''], $two, 'a', []],
    'the second of two' => [['t1' => '', 't2' => '', 't3' => '', 't4' => ''], $two, 'b', []],
    'has its share' => [['t1' => 'a', 't2' => 'a', 't3' => '', 't4' => ''], $two, 'a', []],
    'of a dead node' => [['t1' => 'a', 't2' => 'x', 't3' => 'b', 't4' => 'x'], $two, 'b', []],
    'another one has come' => [['t1' => 'a', 't2' => 'a', 't3' => 'a', 't4' => 'a'], $two, 'a', []],
    'but works on them' => [['t1' => 'a', 't2' => 'a', 't3' => 'a', 't4' => 'a'], $two, 'a', ['t3', 't4']],
    'works on all' => [['t1' => 'a', 't2' => 'a'], $two, 'a', ['t1', 't2']],
    'numbers as names' => [['1' => '', '2' => ''], ['a' => 1], 'a', []],
];
foreach ($cases as $name => $case) {
    $assignment = Assignment::of(...$case);
    echo "$name: ", json_encode(['take' => $assignment->take, 'leave' => $assignment->leave]), "\n";
}

echo "-- any number of nodes comes to rest\n";
foreach ([[300, 3], [17, 5], [3, 7]] as [$tenants, $nodes]) {
    $owners = array_fill_keys(array_map(static fn (int $i): string => "t$i", range(1, $tenants)), '');
    $workers = array_fill_keys(array_map(static fn (int $i): string => "n$i", range(1, $nodes)), 4);
    $moves = 0;
    for ($round = 0; $round < 6; $round++) {
        if ($round === 3) {
            unset($workers['n1']);
        }
        $changed = $owners;
        foreach (array_keys($workers) as $me) {
            $assignment = Assignment::of($owners, $workers, $me, []);
            foreach ($assignment->take as $name) {
                // Another one may have been faster.
                if ($changed[$name] === $owners[$name]) {
                    $changed[$name] = $me;
                    $moves++;
                }
            }
            foreach ($assignment->leave as $name) {
                $changed[$name] = '';
            }
        }
        $owners = $changed;
    }
    $counts = array_count_values($owners);
    check("$tenants on $nodes, then one less", !isset($counts['']) && max($counts) - min($counts) <= 1
        && $moves <= $tenants + (int) ceil($tenants / $nodes), [$counts, $moves]);
}

echo "-- turns\n";
$turn = Turn::first(0.0);
foreach ([true, true, true, true, true, true, false] as $i => $hasFailed) {
    $turn = $turn->after($hasFailed, 1000.0);
    echo $turn->dueAt - 1000, ' ';
}
echo "\n";
$ok = Turn::first(0.0);
$ran = $ok->after(false, 0.0);
check('with an empty spool folder, after a while', !$ran->isOwed(60.0) && $ran->isOwed(300.0));
check('not before its time', Turn::next(['t' => $ran], 59.0, 4, 0, 0) === []);
$bad = $ok->after(true, -1000.0);
$turns = ['down1' => $bad, 'down2' => $bad, 'up2' => Turn::first(2.0), 'up1' => Turn::first(1.0)];
foreach ([[4, 0, 0], [2, 0, 0], [4, 3, 0], [4, 4, 0], [4, 1, 1], [8, 0, 0]] as [$workers, $busy, $failing]) {
    echo "$workers workers, $busy busy, $failing of them failing: ",
        implode(' ', Turn::next($turns, 10.0, $workers, $busy, $failing)), "\n";
}
?>
--EXPECT--
-- shares
{"a":4,"b":3,"c":3}: yes
{"a":2,"b":5}: yes
{"a":0}: yes
{"a":1,"b":1,"c":0}: yes
{"a":157,"b":39,"c":9804}: yes
-- assignment
alone: {"take":["t1","t2","t3"],"leave":[]}
the first of two: {"take":["t1","t2"],"leave":[]}
the second of two: {"take":["t3","t4"],"leave":[]}
has its share: {"take":[],"leave":[]}
of a dead node: {"take":["t4"],"leave":[]}
another one has come: {"take":[],"leave":["t3","t4"]}
but works on them: {"take":[],"leave":["t1","t2"]}
works on all: {"take":[],"leave":[]}
numbers as names: {"take":["1","2"],"leave":[]}
-- any number of nodes comes to rest
300 on 3, then one less: yes
17 on 5, then one less: yes
3 on 7, then one less: yes
-- turns
120 240 480 900 900 900 60 
with an empty spool folder, after a while: yes
not before its time: yes
4 workers, 0 busy, 0 of them failing: up1 up2 down1
2 workers, 0 busy, 0 of them failing: up1 up2
4 workers, 3 busy, 0 of them failing: up1
4 workers, 4 busy, 0 of them failing: 
4 workers, 1 busy, 1 of them failing: up1 up2
8 workers, 0 busy, 0 of them failing: up1 up2 down1 down2
