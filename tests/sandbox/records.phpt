--TEST--
Sandbox: the streaming ingestion API refuses requests and single messages, and keeps the last record of a customer
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$organization = 'ACOSANDBOX00000000000000@AdobeOrg';
$headers = ['Content-Type' => 'application/json', 'x-gw-ims-org-id' => $organization, 'x-sandbox-name' => 'prod'];
$post = static function (mixed $body, array $more = [], string $method = 'POST') use ($sandbox, &$headers): stdClass {
    return sandbox_http(
        $method,
        "$sandbox->url/collection/batch/inlet",
        is_string($body) ? $body : json_encode($body),
        $more + $headers,
    );
};
$show = static function (string $label, stdClass $answer): void {
    echo "$label: $answer->status ", $answer->json->message ?? implode(' | ', array_map(
        static fn (stdClass $one): string => isset($one->xactionId) ? 'taken' : "$one->statusCode $one->message",
        $answer->json->responses,
    )), "\n";
};
$message = static function (string $id, array $entity = [], array $header = []) use ($organization): array {
    $schema = ['id' => 'https://ns.adobe.com/acme/schemas/1', 'contentType' => 'application/json'];

    return [
        'header' => $header + ['schemaRef' => $schema, 'imsOrgId' => $organization, 'datasetId' => 'people'],
        'body' => ['xdmMeta' => ['schemaRef' => $schema], 'xdmEntity' => $entity + [
            'identityMap' => ['CustomerId' => [['id' => $id, 'primary' => true]]],
        ]],
    ];
};

echo "-- requests\n";
$good = ['messages' => [$message('1')]];
$show('no token', $post($good));
$show('an invalid one', $post($good, ['Authorization' => 'Bearer x']));
$headers['Authorization'] = 'Bearer ' . sandbox_token($sandbox);
$show('another organization', $post($good, ['x-gw-ims-org-id' => 'x']));
$show('no JSON', $post('{'));
$show('no messages', $post(['messages' => []]));
$show('too large', $post(str_repeat(' ', 1_000_001)));
$show('GET', $post('', [], 'GET'));

echo "-- messages\n";
$show('some are wrong', $post(['messages' => [
    $message('1'),
    ['header' => $message('1')['header']],
    $message('1', [], ['imsOrgId' => 'x']),
    $message('1', [], ['schemaRef' => ['id' => 'other']]),
    $message('1', [], ['datasetId' => '']),
    $message('', ['identityMap' => ['email' => [['id' => 'a', 'primary' => true]]]]),
    $message('1', ['person' => ['birthDate' => '1.1.1990']]),
    $message('1', ['billingAddress' => ['primary' => 'no']]),
    $message('2', ['person' => ['birthDate' => '1990-01-01']]),
    7,
]]));
sandbox_fault($sandbox, ['times' => 1, 'fault' => ['type' => 'reject-records', 'keys' => ['2'], 'status' => 503]]);
$show('a fault', $post(['messages' => [$message('2'), $message('3')]]));
$changed = $message('1', ['personalEmail' => ['address' => 'a@b']]);
$show('again and changed', $post(['messages' => [$message('3'), $changed]]));

foreach (sandbox_http('GET', "$sandbox->url/api/records")->json->records as $row) {
    echo json_encode($row), "\n";
}
echo json_encode(sandbox_http('GET', "$sandbox->url/api/state")->json->records), "\n";
sandbox_http('DELETE', "$sandbox->url/api/state");
echo sandbox_http('GET', "$sandbox->url/api/records")->json->total, "\n";
?>
--EXPECT--
-- requests
no token: 401 There is no token.
an invalid one: 403 The token is invalid or expired.
another organization: 403 x-gw-ims-org-id does not go with the token.
no JSON: 400 The body has no messages.
no messages: 400 The body has no messages.
too large: 413 A request has at most 1000000 bytes.
GET: 405 Use one of these methods here: POST.
-- messages
some are wrong: 207 taken | 400 inletId: [inlet] Message has unknown xdm format | 400 inletId: [inlet] Message has an absent or wrong ims org in the header | 400 inletId: [inlet] Message has unknown xdm format | 400 inletId: [inlet] Message has no dataset in the header | 400 inletId: [inlet] Message has no primary identity in CustomerId | 400 inletId: [inlet] person.birthDate must be a date | 400 inletId: [inlet] billingAddress.primary must be a boolean | taken | 400 inletId: [inlet] Message has unknown xdm format
a fault: 207 503 inletId: [inlet] The sandbox was told to reject this record. | taken
again and changed: 207 taken | taken
{"record":{"personalEmail":{"address":"a@b"},"identityMap":{"CustomerId":[{"id":"1","primary":true}]}},"dataset":"people","customer":"1","sandbox":"prod","connection":"inlet","deliveries":2,"changes":1}
{"record":{"person":{"birthDate":"1990-01-01"},"identityMap":{"CustomerId":[{"id":"2","primary":true}]}},"dataset":"people","customer":"2","sandbox":"prod","connection":"inlet","deliveries":1,"changes":0}
{"record":{"identityMap":{"CustomerId":[{"id":"3","primary":true}]}},"dataset":"people","customer":"3","sandbox":"prod","connection":"inlet","deliveries":2,"changes":0}
{"total":3,"deliveries":5}
0
