--TEST--
EdgeClient: one bad event is found, by its number or by halves, and the others are delivered
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/edge.inc';

$cases = [
    'named, counted from 0' => problem('0306-400', 'No primary identity', 'event #7'),
    'named, counted from 1' => problem('0306-400', 'No primary identity', 'event #8'),
    'named, and wrong' => problem('0306-400', 'No primary identity', 'event #0'),
    'not named' => problem('0102-400', 'Invalid field', 'xdm.timestamp of ' . PERSON),
    'too large, says the service' => problem('0112-413', 'Too large'),
];
foreach ($cases as $what => $answer) {
    $server = new TestServer(['api' => [$answer + ['contains' => '"event-7"', 'always' => true]]]);
    $reports = [];
    tell($what, edge($server)->submit('ds', events(20), static function (Aco\Report $report) use (&$reports): void {
        foreach ($report->results as $result) {
            $reports[$result['position']] = "$result[id] $result[status]";
        }
    }));
    ksort($reports);
    $expected = array_map(static fn (int $n) => "event-$n " . ($n === 7 ? 400 : 200), range(0, 19));
    echo '    ', sizes($server), $reports === $expected ? '' : ' WRONG REPORTS', "\n";
}
?>
--EXPECT--
named, counted from 0: 200, 19 accepted, 1 rejected, 0 to be sent again
    7: 400 the Edge Network answers HTTP 400: EXEG-0306-400: No primary identity: event #7
    20 18 2 1 1
named, counted from 1: 200, 19 accepted, 1 rejected, 0 to be sent again
    7: 400 the Edge Network answers HTTP 400: EXEG-0306-400: No primary identity: event #8
    20 18 2 1 1
named, and wrong: 200, 19 accepted, 1 rejected, 0 to be sent again
    7: 400 the Edge Network answers HTTP 400: EXEG-0306-400: No primary identity: event #0
    20 19 18 17 16 15 14 13 12 1 1 1 1 1 1 1 1
not named: 200, 19 accepted, 1 rejected, 0 to be sent again
    7: 400 the Edge Network answers HTTP 400: EXEG-0102-400: Invalid field: xdm.timestamp of *
    20 10 5 5 3 2 1 2 10
too large, says the service: 200, 19 accepted, 1 rejected, 0 to be sent again
    7: 400 the Edge Network answers HTTP 413: EXEG-0112-413: Too large
    20 10 5 5 3 2 1 2 10
