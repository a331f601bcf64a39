--TEST--
Registration: what is wrong with settings is said before anything is sent, and no secret is shown
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_sandbox.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keys.inc';

use Aco\Assets\AemEnvironment;
use Aco\Assets\CommerceCredentials;
use Aco\Assets\MatcherConnection;
use Aco\Assets\MatchingRule;
use Aco\Assets\RegistryConnection;
use Aco\Assets\TenantRegistry;

function attempt(callable $make): void
{
    try {
        $made = $make();
        echo $made instanceof AemEnvironment ? "$made->programId/$made->environmentId {$made->deliveryHost()}\n"
            : (
                $made instanceof MatchingRule ? "{$made->type->value} " . json_encode($made->metadataField) . ' '
                    . json_encode($made->matcher !== null) . "\n" : "ok\n"
            );
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}

echo "-- AEM\n";
attempt(fn () => new AemEnvironment('p123', 'E456'));
attempt(fn () => new AemEnvironment('123', '456'));
attempt(fn () => AemEnvironment::fromHost('https://author-p12-e34.adobeaemcloud.com/ui'));
attempt(fn () => AemEnvironment::fromHost('delivery-p12-e34-cmstg.adobeaemcloud.com'));
foreach ([
    ['', '1'], ['p', '1'], ['e1', '1'], ['1', 'p1'], ['1.5', '1'], ["1\0", '1'], [str_repeat('1', 21), '1'],
] as [$program, $environment]) {
    attempt(fn () => new AemEnvironment($program, $environment));
}
attempt(fn () => AemEnvironment::fromHost('author.example.com'));
attempt(fn () => AemEnvironment::fromHost('author-p-e.adobeaemcloud.com'));

echo "-- rules\n";
$matcher = new MatcherConnection('https://m.example.com/a', 'https://m.example.com/b',
    new Aco\ImsCredentials('client', 'm4tcher-secret', 'ims.example.com', orgId: 'org'));
foreach (['matchBySKU', 'Match by SKU', 'match_by_sku_rule', 'MatchBySkuRule', 'Match by product SKU'] as $name) {
    attempt(fn () => MatchingRule::named($name));
}
foreach (['externalMatcher', 'ExternalMatcher', 'Custom Match (Requires App Builder)', 'custom matcher'] as $name) {
    attempt(fn () => MatchingRule::named($name, matcher: $matcher));
}
attempt(fn () => MatchingRule::bySku('my:field'));
attempt(fn () => MatchingRule::external($matcher));
attempt(fn () => MatchingRule::named('sku'));
attempt(fn () => MatchingRule::named(''));
attempt(fn () => MatchingRule::named(str_repeat('matchbysku', 100)));
attempt(fn () => MatchingRule::named('matchBySKU', 'f', $matcher));
attempt(fn () => MatchingRule::named('externalMatcher'));
attempt(fn () => MatchingRule::named('externalMatcher', 'f', $matcher));
attempt(fn () => MatchingRule::bySku("a\n"));
attempt(fn () => MatchingRule::bySku(''));

echo "-- keys\n";
[$private, $public] = make_keys();
[$short] = make_keys(1024);
$encrypted = made_by_openssl("openssl_pkey_export(openssl_pkey_new(), \$key, 'password'); echo \$key;");
$elliptic = made_by_openssl(
    "openssl_pkey_export(openssl_pkey_new(['curve_name' => 'prime256v1', 'private_key_type' => OPENSSL_KEYTYPE_EC]), \$key); echo \$key;"
);
$connection = fn (string $key, mixed ...$more) => new RegistryConnection('key', 'environment', $key, ...$more);
foreach ([$private, $public, $short, $encrypted, $elliptic, '', 'nonsense', substr($private, 0, 400)] as $key) {
    attempt(fn () => $connection($key));
}
foreach ([
    ['iss' => 'a', 'n' => [1, null]], ['exp' => 1], ['iat' => 1], ['a'], ['a' => NAN], ['a' => str_repeat('x', 5000)],
] as $claims) {
    attempt(fn () => $connection($private, extraClaims: $claims));
}
attempt(fn () => new RegistryConnection('', 'e', $private));
attempt(fn () => new RegistryConnection("a\r\nX: y", 'e', $private));
attempt(fn () => new RegistryConnection('a', "e\n", $private));
attempt(fn () => $connection($private, url: 'http://example.com/graphql'));
attempt(fn () => $connection($private, transport: new Aco\Transport(timeoutMs: 0)));
attempt(fn () => new CommerceCredentials('a', '', 'c', 'd'));
attempt(fn () => new CommerceCredentials("a\x01", 'b', 'c', 'd'));
attempt(fn () => new MatcherConnection('m.example.com', 'https://m.example.com/b', $matcher->credentials));
attempt(fn () => new MatcherConnection(
    'https://m.example.com',
    'https://m.example.com/b',
    new Aco\ImsCredentials('c', 's'),
));
attempt(fn () => new Aco\ImsCredentials('c', 's', 'http://ims.example.com'));

echo "-- the call\n";
$registry = new TenantRegistry($connection($private, url: 'https://127.0.0.1:1/'));
$credentials = new CommerceCredentials('k', 's3cret-consumer', 's3cret-token', 's3cret-token-secret');
$call = fn (mixed ...$more) => $registry->register(...($more + [
    'projectId' => 'p', 'aem' => new AemEnvironment('1', '2'),
    'commerceBaseUrl' => 'https://shop.example.com', 'credentials' => $credentials, 'rule' => MatchingRule::bySku()]));
attempt(fn () => $call(projectId: ''));
attempt(fn () => $call(commerceBaseUrl: 'shop.example.com'));
attempt(fn () => $call(commerceVersion: ''));
attempt(fn () => $call(threshold: 101));
attempt(fn () => $call(threshold: -1));

echo "-- objects that were not constructed\n";
set_error_handler(static function () use (&$empty): bool {
    return (bool) $empty = debug_backtrace()[1]['object'];
});
attempt(fn () => new AemEnvironment(null, 'x'));
restore_error_handler();
attempt(fn () => $call(aem: $empty));
attempt(fn () => $credentials->__construct('a', 'b', 'c', 'd'));
attempt(fn () => $registry->__construct($connection($private)));
foreach ([$credentials, $matcher, $connection($private), $registry] as $object) {
    attempt(fn () => serialize($object));
    attempt(fn () => clone $object);
    $dump = print_r($object, true) . var_export($object, true) . json_encode($object);
    echo preg_match('/s3cret|m4tcher|PRIVATE KEY/', $dump) === 0 ? '' : "SHOWN: $dump\n";
}
?>
--EXPECT--
-- AEM
123/456 delivery-p123-e456.adobeaemcloud.com
123/456 delivery-p123-e456.adobeaemcloud.com
12/34 delivery-p12-e34.adobeaemcloud.com
12/34 delivery-p12-e34.adobeaemcloud.com
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Aco\Exception\InvalidArgumentException: $environmentId must be a number, with or without the letter e before it
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Aco\Exception\InvalidArgumentException: $host must be a host such as author-p12345-e67890.adobeaemcloud.com
Aco\Exception\InvalidArgumentException: $host must be a host such as author-p12345-e67890.adobeaemcloud.com
-- rules
matchBySKU "commerce:skus" false
matchBySKU "commerce:skus" false
matchBySKU "commerce:skus" false
matchBySKU "commerce:skus" false
matchBySKU "commerce:skus" false
externalMatcher null true
externalMatcher null true
externalMatcher null true
externalMatcher null true
matchBySKU "my:field" false
externalMatcher null true
Aco\Exception\InvalidArgumentException: $type must be matchBySKU or externalMatcher
Aco\Exception\InvalidArgumentException: $type must be matchBySKU or externalMatcher
Aco\Exception\InvalidArgumentException: $type must be matchBySKU or externalMatcher
Aco\Exception\InvalidArgumentException: $matcher must be null for the rule matchBySKU
Aco\Exception\InvalidArgumentException: $matcher must be given for the rule externalMatcher
Aco\Exception\InvalidArgumentException: $metadataField must be null for the rule externalMatcher
Aco\Exception\InvalidArgumentException: $metadataField must not hold control characters
Aco\Exception\InvalidArgumentException: $metadataField must not be empty
-- keys
ok
Aco\Exception\InvalidArgumentException: $privateKey is a public key or certificate; give the private key that belongs to it
Aco\Exception\InvalidArgumentException: $privateKey must have from 2048 to 16384 bits, it has 1024
Aco\Exception\InvalidArgumentException: $privateKey is encrypted with a password; give it without one (openssl pkcs8 -topk8 -nocrypt)
Aco\Exception\InvalidArgumentException: $privateKey must be an RSA key, as RS256 signs with one
Aco\Exception\InvalidArgumentException: $privateKey must not be empty
Aco\Exception\InvalidArgumentException: $privateKey must be a private key in PEM, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----
Aco\Exception\InvalidArgumentException: $privateKey cannot be read as a private key; it may be cut or damaged
ok
Aco\Exception\InvalidArgumentException: $extraClaims must not hold exp: each token gets its own
Aco\Exception\InvalidArgumentException: $extraClaims must not hold iat: each token gets its own
Aco\Exception\InvalidArgumentException: $extraClaims must have names as keys
Aco\Exception\InvalidArgumentException: $extraClaims cannot be written as JSON
Aco\Exception\InvalidArgumentException: $extraClaims must not have more than 4096 bytes as JSON
Aco\Exception\InvalidArgumentException: $apiKey must not be empty
Aco\Exception\InvalidArgumentException: $apiKey must not hold control characters
Aco\Exception\InvalidArgumentException: $environmentId must not hold control characters
Aco\Exception\InvalidArgumentException: $url must use https: plain http is for loopback addresses only, unless aco.allow_http is on
Aco\Exception\InvalidArgumentException: $timeoutMs must be between 1 and 3600000 milliseconds
Aco\Exception\InvalidArgumentException: $consumerSecret must not be empty
Aco\Exception\InvalidArgumentException: $consumerKey must not hold control characters
Aco\Exception\InvalidArgumentException: $assetToProductUrl must be an absolute https address
Aco\Exception\InvalidArgumentException: $credentials must name the organization: give them an $orgId
Aco\Exception\InvalidArgumentException: $imsUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
-- the call
Aco\Exception\InvalidArgumentException: $projectId must not be empty
Aco\Exception\InvalidArgumentException: $commerceBaseUrl must be an absolute https address
Aco\Exception\InvalidArgumentException: $commerceVersion must not be empty
Aco\Exception\InvalidArgumentException: $threshold must be between 0 and 100
Aco\Exception\InvalidArgumentException: $threshold must be between 0 and 100
-- objects that were not constructed
Aco\Exception\InvalidArgumentException: $programId must be a number, with or without the letter p before it
Error: Aco\Assets\AemEnvironment was not constructed
Error: Cannot construct Aco\Assets\CommerceCredentials twice
Error: Cannot construct Aco\Assets\TenantRegistry twice
Exception: Serialization of 'Aco\Assets\CommerceCredentials' is not allowed
Error: Trying to clone an uncloneable object of class Aco\Assets\CommerceCredentials
Exception: Serialization of 'Aco\Assets\MatcherConnection' is not allowed
Error: Trying to clone an uncloneable object of class Aco\Assets\MatcherConnection
Exception: Serialization of 'Aco\Assets\RegistryConnection' is not allowed
Error: Trying to clone an uncloneable object of class Aco\Assets\RegistryConnection
Exception: Serialization of 'Aco\Assets\TenantRegistry' is not allowed
Error: Trying to clone an uncloneable object of class Aco\Assets\TenantRegistry
