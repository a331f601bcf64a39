--TEST--
A secret or token that a service repeats in its error is not passed on
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

$logged = '';
$logger = static function (string $level, string $message, array $context) use (&$logged): void {
    $logged .= $message . json_encode($context);
};
$server = new TestServer([
    'token' => [['status' => 400, 'body' => [
        'error' => 'invalid_client',
        'error_description' => 'wrong client_secret ' . SECRET,
    ]]],
    'api' => [['status' => 403, 'body' => ['message' => 'Bearer tok3n-2 is not allowed']]],
]);
$client = $server->client(null, $logger);
foreach (['secret' => SECRET, 'token' => 'tok3n-2'] as $what => $value) {
    $submission = $client->submit(Aco\Feed::Prices, prices(1));
    check("no $what in the result", !str_contains(print_r($submission, true), $value), $submission->reason);
    check("no $what in the log", $logged !== '' && !str_contains($logged, $value), $logged);
}
$server->script(['token' => [['status' => 400, 'body' => ['error_description' => 'wrong client_secret ' . SECRET]]]]);
try {
    Aco\Connection::discover('o', 't', 'c', SECRET, $server->url, $server->url, transport: new Aco\Transport(
        proxy: '',
    ));
} catch (Aco\Exception\AuthenticationException $e) {
    check('no secret in the exception', !str_contains($e->getMessage(), SECRET), $e->getMessage());
}
?>
--EXPECT--
no secret in the result: ok
no secret in the log: ok
no token in the result: ok
no token in the log: ok
no secret in the exception: ok
