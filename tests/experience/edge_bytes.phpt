--TEST--
EdgeClient: no body above 64 KB, whatever that takes; a larger event is refused here
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/edge.inc';

const LIMIT = 65536;
const FRAME = 13; // {"events":[]}

$server = new TestServer();
$fits = event(1, LIMIT - FRAME - strlen((string) event(1, 1)) + 1);
$above = event(2, LIMIT - FRAME - strlen((string) event(2, 1)) + 2);
echo strlen((string) $fits) + FRAME, ' ', strlen((string) $above) + FRAME, "\n";
tell('one that fits, one that does not', edge($server)->submit('ds', [$fits, $above, event(3)]));
tell('many', edge($server)->submit('ds', array_map(static fn (int $number) => event($number, 1000), range(10, 309))));
echo sizes($server), "\n";
echo max(array_map(static fn (stdClass $request) => $request->bytes, $server->requests())), "\n";
?>
--EXPECT--
65536 65537
one that fits, one that does not: 200, 2 accepted, 1 rejected, 0 to be sent again
    1: 400 the body has 65524 bytes, more than the Edge Network takes in one request (65536)
many: 200, 300 accepted, 0 rejected, 0 to be sent again
1 1 60 60 60 60 60
65536
