--TEST--
No setting carries a line break, a NUL or another control character into a request; what means something is encoded
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Connection;

$server = new TestServer(['tenant' => array_fill(0, 20, ['body' => ['ingestionUrl' => 'https://a.example']])]);
$good = [
    'tenantId' => 't', 'clientId' => 'c', 'clientSecret' => SECRET, 'orgId' => 'o', 'scope' => 's',
    'imsUrl' => $server->imsUrl,
    'caFile' => __FILE__, 'proxy' => '',
];
$constructed = static fn (array $values): Connection => new Connection(...with_transport(
    $values + $good + ['ingestionUrl' => $server->url],
));
$discovered = static fn (array $values): Connection => Connection::discover(...with_transport(
    $values + $good + ['ccmUrl' => $server->ccmUrl],
));
$refused = static function (callable $make, string $parameter, string $value): string {
    try {
        $make([$parameter => $value]);
        return 'TAKEN';
    } catch (Aco\Exception\InvalidArgumentException $e) {
        // The text names the parameter, and has no part in the injection itself.
        return str_contains($e->getMessage(), "\$$parameter ")
            && preg_match('~[\x00-\x1f\x7f]~', $e->getMessage()) === 0 ? 'refused' : 'ODD ' . $e->getMessage();
    }
};
foreach ([['Connection', $constructed, 'ingestionUrl'], ['discover', $discovered, 'ccmUrl']] as [$label, $make, $url]) {
    foreach ([...array_keys($good), $url] as $parameter) {
        $base =
            ($good + ['ingestionUrl' => $server->url, 'ccmUrl' => $server->ccmUrl])[$parameter] ?: 'http://127.0.0.1:1';
        $seen = [];
        foreach ([...range(0, 31), 127] as $code) {
            $character = chr($code);
            foreach ([
                "$character$base", $base . $character, substr($base, 0, 1) . $character . substr($base, 1),
                "$base$character\nX-Evil: 1",
            ] as $value) {
                $seen[] = $refused($make, $parameter, $value);
            }
        }
        $seen[] = $refused($make, $parameter, "$base\r\nX-Evil: 1\r\n\r\nGET / HTTP/1.1");
        echo "$label \$$parameter: ", implode(' ', array_unique($seen)), "\n";
    }
}
check(
    'nothing was sent',
    $server->requests() === [] && $server->requests('token') === [] && $server->requests('tenant') === [],
);

echo "-- what means something in an address or a form\n";
$odd = 'a&b=c+d%0d%0a/../?#"<é';
$discovered([
    'tenantId' => $odd, 'orgId' => $odd, 'clientId' => $odd, 'clientSecret' => $odd, 'scope' => $odd, 'caFile' => null,
]);
$tenant = $server->requests('tenant')[0];
$token = $server->requests('token')[0];
parse_str($token->body, $fields);
echo implode(' ', array_keys($fields)), "\n";
check('the form', array_values(array_slice($fields, 1)) === [$odd, $odd, $odd], $fields);
check(
    'the path',
    preg_match('~^/api/v1/[!-\~]+$~', $tenant->path) === 1 && substr_count($tenant->path, rawurlencode($odd)) >= 1,
    $tenant->path,
);
echo str_replace(rawurlencode($odd), 'ODD', $tenant->path), "\n";
echo implode(' ', array_keys((array) $tenant->headers)), "\n";
?>
--EXPECT--
Connection $tenantId: refused
Connection $clientId: refused
Connection $clientSecret: refused
Connection $orgId: refused
Connection $scope: refused
Connection $imsUrl: refused
Connection $caFile: refused
Connection $proxy: refused
Connection $ingestionUrl: refused
discover $tenantId: refused
discover $clientId: refused
discover $clientSecret: refused
discover $orgId: refused
discover $scope: refused
discover $imsUrl: refused
discover $caFile: refused
discover $proxy: refused
discover $ccmUrl: refused
nothing was sent: ok
-- what means something in an address or a form
grant_type client_id client_secret scope
the form: ok
the path: ok
/api/v1/tenants/ODD/owner/ODD
host user-agent authorization accept
