--TEST--
EdgeClient::open(): datastreams side by side; what stops one does not stop another
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/edge.inc';

$server = new TestServer(['api' => [
    problem('0004-422', 'Disabled datastream') + ['path' => 'datastreamId=off', 'always' => true],
]]);
$log = [];
$client = edge($server, limits: limits(concurrency: 4), logger: static function (
    string $level,
    string $message,
    array $context,
) use (&$log): void {
    $log[] = "$level $message " . json_encode($context);
});
$streams = ['on' => $client->open('on'), 'off' => $client->open('off')];
for ($number = 0; $number < 500; $number++) {
    foreach ($streams as $stream) {
        $stream->push(event($number));
    }
}
foreach ($streams as $name => $stream) {
    $result = $stream->finish();
    printf("%s: %d, %d accepted, %d to be sent again, %s\n", $name, $result->status, $result->accepted, $result->retryable, $result->reason ?: '-');
}
$asked = array_filter($server->requests(), static fn (stdClass $request) => str_contains($request->path, 'off'));
check('the disabled datastream is left alone', count($asked) <= 4, count($asked));
check('nobody is named in the log', !str_contains(implode('', $log), PERSON));
foreach ([
    'finish() again' => static fn () => $streams['on']->finish(),
    'push() to a finished stream' => static fn () => $streams['on']->push(event(1)),
    'no id' => static fn () => $client->open(''),
    'another parameter' => static fn () => $client->open('a&b=c'),
    'a line' => static fn () => $client->open("a\r\nHost: b"),
    'no event' => static fn () => $client->submit('on', [event(1), 'two']),
    'no organization' => static fn () => new Aco\Experience\EdgeConnection(new Aco\ImsCredentials('client', SECRET)),
    'plain http' => static fn () => new Aco\Experience\EdgeConnection(url: 'http://edge.example'),
    'a header' => static fn () => new Aco\ImsCredentials('client', 'secret', orgId: "o\r\nx: y"),
] as $what => $do) {
    try {
        $do();
        echo "$what: no exception\n";
    } catch (Aco\Exception\AcoException $e) {
        echo "$what: ", $e->getMessage(), "\n";
    }
}
check('the secret is not shown', !str_contains(
    print_r($client, true) . var_export(
        new ReflectionObject(new Aco\Experience\EdgeConnection(new Aco\ImsCredentials('c', SECRET, orgId: 'o'))),
        true,
    ),
    SECRET,
));
?>
--EXPECT--
on: 200, 500 accepted, 0 to be sent again, -
off: 2, 0 accepted, 500 to be sent again, the Edge Network answers HTTP 422: EXEG-0004-422: Disabled datastream; check the datastream's id, and that it is enabled
the disabled datastream is left alone: ok
nobody is named in the log: ok
finish() again: the stream is finished; open another one
push() to a finished stream: the stream is finished; open another one
no id: $datastreamId must be the id of a datastream: up to 64 letters, digits, "-", "_", ":" and "."
another parameter: $datastreamId must be the id of a datastream: up to 64 letters, digits, "-", "_", ":" and "."
a line: $datastreamId must be the id of a datastream: up to 64 letters, digits, "-", "_", ":" and "."
no event: item 1 must be an Aco\Experience\Event, string given
no organization: $credentials must name the organization: give them an $orgId
plain http: $url must use https: plain http is for loopback addresses only, unless aco.allow_http is on
a header: $orgId must not hold control characters
the secret is not shown: ok
