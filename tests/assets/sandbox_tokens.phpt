--TEST--
Sandbox: the gateway of the asset service refuses tokens that have expired, lack an end, or are not signed
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif_sandbox.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keys.inc';
require_once __DIR__ . '/../sandbox/sandbox.inc';

[$private, $public] = make_keys();
$sandbox = sandbox_start(['--assets-public-key', key_file($public)]);
$encode = fn (string $text): string => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');

function ask(string $what, string $token): void
{
    global $sandbox;
    $answer = sandbox_http('POST', "$sandbox->url/assets-integration/graphql", '{}', [
        'Content-Type' => 'application/json',
        'x-api-key' => 'sandbox-api-key',
        'x-gw-signature' => $token,
    ]);
    echo "$what: $answer->status ", $answer->json->message ?? $answer->json->errors[0]->message, "\n";
}

foreach ([
    'good' => [['typ' => 'JWT', 'alg' => 'RS256'], ['exp' => time() + 60]],
    'expired' => [['typ' => 'JWT', 'alg' => 'RS256'], ['exp' => time() - 1]],
    'no end' => [['typ' => 'JWT', 'alg' => 'RS256'], ['iat' => time()]],
    'another algorithm' => [['typ' => 'JWT', 'alg' => 'none'], ['exp' => time() + 60]],
] as $what => [$header, $claims]) {
    $text = $encode(json_encode($header)) . '.' . $encode(json_encode($claims));
    openssl_sign($text, $signature, $private, OPENSSL_ALGO_SHA256);
    ask($what, "$text." . $encode($signature));
    ask("    not signed", "$text.");
}
ask('nonsense', 'a.b');
ask('none', '');
?>
--EXPECT--
good: 400 The body must be a JSON object with a query.
    not signed: 403 JWT is invalid
expired: 403 JWT is invalid
    not signed: 403 JWT is invalid
no end: 403 JWT is invalid
    not signed: 403 JWT is invalid
another algorithm: 403 JWT is invalid
    not signed: 403 JWT is invalid
nonsense: 403 JWT is invalid
none: 403 JWT is required
