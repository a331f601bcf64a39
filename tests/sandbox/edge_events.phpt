--TEST--
Sandbox: collect and interact check events and answer with the documented codes
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start([
    '--org', 'A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg', '--datastream', 'one', '--datastream', 'off:disabled',
]);
$json = ['Content-Type' => 'application/json'];
$post = function (string $path, mixed $body, array $headers = []) use (&$sandbox, $json): stdClass {
    return sandbox_http(
        'POST',
        "$sandbox->url/ee$path",
        is_string($body) ? $body : json_encode($body, JSON_UNESCAPED_SLASHES),
        $headers + $json,
    );
};
$event = fn (string $id, array $more = []) => ['xdm' => $more + [
    '_id' => $id, 'eventType' => 'test', 'timestamp' => '2024-05-06T07:08:09+00:00',
    'identityMap' => ['email' => [['id' => 'a@example.com', 'primary' => true]]]]];
$show = static function (string $label, stdClass $answer): void {
    $problems = isset($answer->json->type)
        ? [$answer->json]
        : [...$answer->json->errors ?? [], ...$answer->json->warnings ?? []];
    echo "$label: $answer->status", isset($answer->json->handle) ? ' handle ' . json_encode($answer->json->handle) : '';
    foreach ($problems as $problem) {
        echo ' ', basename($problem->type), " $problem->detail",
            isset($problem->report->errors) ? ' ' . json_encode($problem->report->errors) : '';
    }
    echo "\n";
};
$collect = fn (mixed $body, array $headers = []) => $post('/v2/collect?datastreamId=one', $body, $headers);

echo "-- accepted\n";
$id = '01234567-89ab-cdef-0123-456789abcdef';
$answer = $post("/v2/collect?dataStreamId=one&requestId=$id", ['events' => [$event('a'), $event('b')]]);
$show('two', $answer);
var_dump(
    preg_match("/^$id-[0-9a-f]{16}$/", $answer->json->requestId) === 1,
    $answer->headers['x-request-id'] === $answer->json->requestId,
);
$show('again', $collect(['events' => [$event('a'), $event('b', ['eventType' => 'other'])]]));
$show('silent, by way of a region', $post('/irl1/v2/collect?datastreamId=one&silent=true', ['events' => [$event('c')]]));
$show('interact', $post('/v2/interact?datastreamId=one', ['event' => $event('d')]));
$show('primary as a string', $collect(['events' => [$event('e', ['identityMap' => [
    'email' => [['id' => 'a', 'primary' => 'true']],
]])]]));

echo "-- refused\n";
$show('no datastream', $post('/v2/collect', ['events' => [$event('x')]]));
$show('unknown datastream', $post('/v2/collect?datastreamId=two', ['events' => [$event('x')]]));
$show('disabled datastream', $post('/v2/collect?datastreamId=off', ['events' => [$event('x')]]));
$show('empty', $collect(''));
$show('no JSON', $collect('{"events":['));
$show('content type', $collect('{}', ['Content-Type' => 'application/xml']));
$show('gzip', $collect(gzencode('{}'), ['Content-Encoding' => 'gzip']));
$show('too large', $collect('{"events":[' . str_repeat(' ', 65_536) . ']}'));
$show('no events', $collect(['event' => $event('x')]));
$show('empty list', $collect(['events' => []]));
$show('interact without event', $post('/v2/interact?datastreamId=one', ['events' => [$event('x')]]));
$show('no xdm', $collect(['events' => [['data' => []]]]));
$show('no time', $collect(['events' => [$event('x'), ['xdm' => ['_id' => 'y', 'eventType' => 't']]]]));
$show('time', $collect(['events' => [$event('x', ['timestamp' => 'yesterday'])]]));
$show('future', $collect(['events' => [$event('x', ['timestamp' => gmdate('c', time() + 600)])]]));
$show('tracking number', $collect(['events' => [$event('x', ['commerce' => [
    'shipping' => ['trackingNumber' => '1Z'],
]])]]));
$show('quantity', $collect(['events' => [$event('x', ['productListItems' => [['SKU' => 'A', 'quantity' => 1.5]]])]]));
$show('no SKU', $collect(['events' => [$event('x', ['productListItems' => [['quantity' => 1]]])]]));
$show('refund type', $collect(['events' => [$event('x', ['commerce' => ['order' => [
    'refunds' => [['refundPaymentType' => 'braintree']],
]]])]]));
$show('no identity', $collect(['events' => [$event('x'), $event('y', ['identityMap' => new stdClass()])]]));
$show('no primary', $collect(['events' => [$event('x', ['identityMap' => ['email' => [['id' => 'a']]]])]]));
$show('empty identity', $collect(['events' => [$event('x', ['identityMap' => [
    'email' => [['id' => ' ', 'primary' => true]],
]])]]));
$show('namespace', $collect(['events' => [$event('x', ['identityMap' => [
    'shoe' => [['id' => '9', 'primary' => true]],
]])]]));
echo 'GET: ', sandbox_http('GET', "$sandbox->url/ee/v2/collect?datastreamId=one")->status, "\n";

echo "-- with a token\n";
$auth = [
    'Authorization' => 'Bearer ' . sandbox_token($sandbox),
    'x-api-key' => $sandbox->clientId,
    'x-gw-ims-org-id' => $sandbox->orgId,
];
$show('good', $collect(['events' => [$event('f')]], $auth));
$show('malformed', $collect(['events' => [$event('x')]], ['Authorization' => 'Basic x'] + $auth));
$show('bad', $collect(['events' => [$event('x')]], ['Authorization' => 'Bearer x'] + $auth));
$show('other key', $collect(['events' => [$event('x')]], ['x-api-key' => 'x'] + $auth));

echo "-- told to\n";
foreach ([
    ['EXEG-0306-400', 1, false], ['EXEG-0201-503', 0, false], ['EXEG-0201-503', 0, true], ['EXEG-0204-200', 0, false],
    ['EXEG-0301-200', 0, false],
] as $n => [
    $code,
    $number,
    $partial,
]) {
    sandbox_fault($sandbox, ['times' => 1, 'fault' => [
        'type' => 'edge', 'code' => $code, 'event' => $number, 'partial' => $partial,
    ]]);
    $show($code, $collect(['events' => [$event("told-$n")]]));
}
echo sandbox_fault($sandbox, ['fault' => ['type' => 'edge', 'code' => 'EXEG-9']])->status, "\n";

$stored = sandbox_http('GET', "$sandbox->url/api/events")->json;
echo $stored->total, "\n";
foreach ($stored->events as $row) {
    echo "$row->id $row->datastream $row->type $row->deliveries $row->differing {$row->event->xdm->timestamp}\n";
}
$state = sandbox_http('GET', "$sandbox->url/api/state")->json;
echo json_encode($state->events), "\n", json_encode($state->requests->byEndpoint, JSON_UNESCAPED_SLASHES), "\n";
sandbox_http('DELETE', "$sandbox->url/api/state");
echo sandbox_http('GET', "$sandbox->url/api/events?bodies=0")->body, "\n";

echo "-- request units\n";
$sandbox = sandbox_start(['--collect-units-per-second', '3', '--authenticated-edge']);
$show('no token', $post('/v2/collect?datastreamId=any', ['events' => [$event('a')]]));
$auth = [
    'Authorization' => 'Bearer ' . sandbox_token($sandbox),
    'x-api-key' => $sandbox->clientId,
    'x-gw-ims-org-id' => $sandbox->orgId,
];
usleep(1_100_000);
$large = ['events' => [$event('a', ['note' => str_repeat('x', 17_000)])]];
echo $post('/v2/collect?datastreamId=any', $large, $auth)->status, ' ';
$answer = $post('/v2/collect?datastreamId=any', ['events' => [$event('a')]], $auth);
echo $answer->status, ' ', $answer->headers['retry-after'], ' ';
usleep(1_100_000);
echo $post('/v2/collect?datastreamId=any', ['events' => [$event('a')]], $auth)->status, "\n";
?>
--EXPECT--
-- accepted
two: 202
bool(true)
bool(true)
again: 202
silent, by way of a region: 204
interact: 200 handle []
primary as a string: 202
-- refused
no datastream: 400 EXEG-0002-400 The parameter datastreamId is missing.
unknown datastream: 400 EXEG-0003-400 There is no datastream with this id.
disabled datastream: 422 EXEG-0004-422 The datastream is disabled.
empty: 408 EXEG-0109-408 The body is empty.
no JSON: 400 EXEG-0101-400 The body is not valid JSON.
content type: 415 EXEG-0111-415 Send one of these content types: application/json, text/plain, text/javascript.
gzip: 415 EXEG-0111-415 Compressed bodies are not documented: send plain JSON.
too large: 413 EXEG-0112-413 A request has at most 65536 bytes.
no events: 400 EXEG-0103-400 The field events is mandatory. ["events is missing"]
empty list: 400 EXEG-0102-400 The field events must be a list that is not empty. ["events must be a list that is not empty"]
interact without event: 400 EXEG-0103-400 The field event is mandatory. ["event is missing"]
no xdm: 400 EXEG-0103-400 The field events[0].xdm is mandatory. ["events[0].xdm is missing"]
no time: 400 EXEG-0103-400 The field events[1].xdm.timestamp is mandatory. ["events[1].xdm.timestamp is missing"]
time: 400 EXEG-0102-400 The field events[0].xdm.timestamp does not match the schema (format). ["events[0].xdm.timestamp does not match the schema (format)"]
future: 400 EXEG-0102-400 The field events[0].xdm.timestamp is in the future. ["events[0].xdm.timestamp is in the future"]
tracking number: 400 EXEG-0102-400 The field events[0].xdm.commerce.shipping.trackingNumber does not match the schema (type). ["events[0].xdm.commerce.shipping.trackingNumber does not match the schema (type)"]
quantity: 400 EXEG-0102-400 The field events[0].xdm.productListItems[0].quantity does not match the schema (type). ["events[0].xdm.productListItems[0].quantity does not match the schema (type)"]
no SKU: 400 EXEG-0103-400 The field events[0].xdm.productListItems[0].SKU is mandatory. ["events[0].xdm.productListItems[0].SKU is missing"]
refund type: 400 EXEG-0102-400 The field events[0].xdm.commerce.order.refunds[0].refundPaymentType does not match the schema (enum). ["events[0].xdm.commerce.order.refunds[0].refundPaymentType does not match the schema (enum)"]
no identity: 400 EXEG-0306-400 None of the identities of event #1 is the primary one.
no primary: 400 EXEG-0306-400 None of the identities of event #0 is the primary one.
empty identity: 400 EXEG-0308-400 An identity of event #0 in the namespace email is empty.
namespace: 422 EXEG-0013-422 There is no identity namespace with the code "shoe".
GET: 405
-- with a token
good: 202
malformed: 401 EXEG-0500-401 Send Authorization: Bearer with a token.
bad: 401 EXEG-0503-401 The token has expired, or it is not of this sandbox.
other key: 401 EXEG-0504-401 The header x-api-key does not go with the token.
-- told to
EXEG-0306-400: 400 EXEG-0306-400 The sandbox was told to answer so. It is about event #1.
EXEG-0201-503: 503 EXEG-0201-503 The sandbox was told to answer so.
EXEG-0201-503: 207 EXEG-0201-503 The sandbox was told to answer so.
EXEG-0204-200: 202 EXEG-0204-200 The sandbox was told to answer so.
EXEG-0301-200: 202 EXEG-0301-200 The sandbox was told to answer so.
400
8
a one test 2 0 2024-05-06T07:08:09+00:00
b one test 2 1 2024-05-06T07:08:09+00:00
c one test 1 0 2024-05-06T07:08:09+00:00
d one test 1 0 2024-05-06T07:08:09+00:00
e one test 1 0 2024-05-06T07:08:09+00:00
f one test 1 0 2024-05-06T07:08:09+00:00
told-2 one test 1 0 2024-05-06T07:08:09+00:00
told-3 one test 1 0 2024-05-06T07:08:09+00:00
{"byType":{"test":8},"byDatastream":{"one":8},"total":8,"deliveries":10,"differing":1}
{"GET /ee/v2/collect":1,"POST /ee/v2/collect":35,"POST /ee/v2/interact":2,"POST /ims/token/v3":1}
{"total":0,"events":[]}
-- request units
no token: 401 EXEG-0500-401 Send Authorization: Bearer with a token.
202 429 1 202
