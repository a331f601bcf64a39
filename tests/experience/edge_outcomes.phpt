--TEST--
EdgeClient: what each answer means for the events
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/edge.inc';

$server = new TestServer();
$cases = [
    'accepted' => [['status' => 202, 'body' => ['requestId' => 'a']]],
    'no content' => [['status' => 204]],
    'trouble further on' => [['status' => 207, 'body' => ['errors' => [['type' => 'EXEG-0201-503']]]]],
    'no consent' => [['status' => 200, 'body' => ['warnings' => [['type' => 'https://ns.adobe.com/aep/errors/EXEG-0301-200']]]]],
    'no datastream' => [problem('0003-400', 'Unknown datastream')],
    'disabled' => [problem('0004-422', 'Disabled datastream')],
    'namespace' => [problem('0013-422', 'Unknown namespace')],
    'scope' => [problem('0505-401', 'Scope')],
    'place' => [problem('0400-403', 'Blocked')],
    'forbidden' => [['status' => 403, 'body' => 'no JSON']],
    'not found' => [['status' => 404]],
    'token expired' => [problem('0503-401', 'Expired')],
    'token never taken' => [problem('0503-401', 'Expired'), problem('0503-401', 'Expired')],
    'not to be repeated' => [problem('0001-500', 'Unexpected')],
    'passing' => [problem('0202-502', 'Upstream'), ['status' => 504], ['status' => 202]],
    'told to wait' => [['status' => 429, 'headers' => ['Retry-After' => '0']], ['status' => 202]],
    'unavailable' => [['status' => 503, 'headers' => ['Retry-After' => '0']], ['status' => 202]],
    'reset' => [['how' => 'reset'], ['status' => 202]],
];
foreach ($cases as $what => $answers) {
    $server->script(['api' => $answers]);
    $before = count($server->requests());
    $client = edge($server);
    tell($what, $client->submit('ds', events(3)));
    $stats = $client->stats();
    printf("    %d requests, %d partial, %d without consent\n", count($server->requests()) - $before, $stats['partial'], $stats['withoutConsent']);
}
?>
--EXPECT--
accepted: 200, 3 accepted, 0 rejected, 0 to be sent again
    1 requests, 0 partial, 0 without consent
no content: 200, 3 accepted, 0 rejected, 0 to be sent again
    1 requests, 0 partial, 0 without consent
trouble further on: 200, 3 accepted, 0 rejected, 0 to be sent again
    1 requests, 1 partial, 0 without consent
no consent: 200, 3 accepted, 0 rejected, 0 to be sent again
    1 requests, 0 partial, 1 without consent
no datastream: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 400: EXEG-0003-400: Unknown datastream; check the datastream's id, and that it is enabled
    1 requests, 0 partial, 0 without consent
disabled: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 422: EXEG-0004-422: Disabled datastream; check the datastream's id, and that it is enabled
    1 requests, 0 partial, 0 without consent
namespace: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 422: EXEG-0013-422: Unknown namespace; the sandbox does not know an identity namespace that is used
    1 requests, 0 partial, 0 without consent
scope: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 401: EXEG-0505-401: Scope; check what the credentials may do
    1 requests, 0 partial, 0 without consent
place: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 403: EXEG-0400-403: Blocked; the service is not open to the place this host is in
    1 requests, 0 partial, 0 without consent
forbidden: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 403; check that the client may use this organisation
    1 requests, 0 partial, 0 without consent
not found: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 404; check the address
    1 requests, 0 partial, 0 without consent
token expired: 200, 3 accepted, 0 rejected, 0 to be sent again
    2 requests, 0 partial, 0 without consent
token never taken: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 401: EXEG-0503-401: Expired; check client, secret and scope, and whether the datastream asks for them
    2 requests, 0 partial, 0 without consent
not to be repeated: 2, 0 accepted, 0 rejected, 3 to be sent again
    0,1,2: 2 the Edge Network answers HTTP 500: EXEG-0001-500: Unexpected
    1 requests, 0 partial, 0 without consent
passing: 200, 3 accepted, 0 rejected, 0 to be sent again
    3 requests, 0 partial, 0 without consent
told to wait: 200, 3 accepted, 0 rejected, 0 to be sent again
    2 requests, 0 partial, 0 without consent
unavailable: 200, 3 accepted, 0 rejected, 0 to be sent again
    2 requests, 0 partial, 0 without consent
reset: 200, 3 accepted, 0 rejected, 0 to be sent again
    2 requests, 0 partial, 0 without consent
