--TEST--
Proxy: https goes through CONNECT, of $proxy or the environment; what the proxy sees, and what it does when it refuses
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_openssl.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

use Aco\Feed;

const PASSWORD = 'pr0xy-Pass';

$server = new TestServer();
$certificates = new Certificates();
$front = new TlsFront($certificates->file('good'), $server->port);
foreach (['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY'] as $name) {
    putenv($name);
}

/** @param list<string> $environment with PROXY for its address */
function through(string $label, string $how, ?string $setting, array $environment = []): void
{
    global $server, $front, $certificates;
    $proxy = new Proxy($how);
    $fill = static fn (string $text): string => str_replace(
        'PROXY',
        "user:" . PASSWORD . "@127.0.0.1:$proxy->port",
        $text,
    );

    foreach ($environment as $variable) {
        putenv($fill($variable));
    }

    $before = count($server->requests());
    $logged = '';
    $client = $server->client(limits(maxAttempts: 1), static function (
        string $level,
        string $message,
        array $context,
    ) use (&$logged): void {
        $logged .= $message . json_encode($context);
    }, ingestionUrl: $front->url, imsUrl: "$front->url/ims/token/v3", caFile: $certificates->file(
        'ca',
    ), proxy: $setting === null ? null : $fill($setting));

    $submission = $client->submit(Feed::Prices, prices(3));
    unset($client);

    foreach ($environment as $variable) {
        putenv(strtok($variable, '='));
    }

    $heads = $proxy->stop();
    $all = implode('', $heads);
    echo "$label: $submission->status accepted $submission->accepted, requests ", count($server->requests()) - $before, ', CONNECTs ',
        preg_match_all("~^CONNECT 127\.0\.0\.1:$front->port HTTP/1\.1\r~m", $all), ' of ', count($heads), "\n";

    if ($submission->status !== 200) {
        check('  the reason', preg_match('~proxy|CONNECT~i', $submission->reason) === 1, $submission->reason);
    }

    // The proxy gets its own credentials and nobody else's.
    check(
        '  nothing leaks', !str_contains($logged . $submission->reason, PASSWORD)
            && !str_contains($all, 'Bearer')
            && !str_contains($all, SECRET)
        && (str_contains($all, base64_encode('user:' . PASSWORD)) || $heads === []), [$logged, $all]);
}

through('given', 'connect', 'http://PROXY');
through('given without a scheme', 'connect', 'PROXY');
through('of the environment', 'connect', null, ['https_proxy=http://PROXY']);
through('of the environment, for all', 'connect', null, ['all_proxy=http://PROXY']);
through('that for http is another', 'connect', null, ['http_proxy=http://PROXY']);
through('none in spite of it', 'connect', '', ['https_proxy=http://PROXY', 'all_proxy=http://PROXY']);
through('not for this host', 'connect', null, ['https_proxy=http://PROXY', 'no_proxy=127.0.0.1']);
through('wrong password', '407', 'http://PROXY');
through('forbidden', '403', 'http://PROXY');
through('broken', '502', 'http://PROXY');
through('closed', 'close', 'http://PROXY');
?>
--EXPECT--
given: 200 accepted 3, requests 1, CONNECTs 1 of 1
  nothing leaks: ok
given without a scheme: 200 accepted 3, requests 1, CONNECTs 1 of 1
  nothing leaks: ok
of the environment: 200 accepted 3, requests 1, CONNECTs 1 of 1
  nothing leaks: ok
of the environment, for all: 200 accepted 3, requests 1, CONNECTs 1 of 1
  nothing leaks: ok
that for http is another: 200 accepted 3, requests 1, CONNECTs 0 of 0
  nothing leaks: ok
none in spite of it: 200 accepted 3, requests 1, CONNECTs 0 of 0
  nothing leaks: ok
not for this host: 200 accepted 3, requests 1, CONNECTs 0 of 0
  nothing leaks: ok
wrong password: 2 accepted 0, requests 0, CONNECTs 1 of 1
  the reason: ok
  nothing leaks: ok
forbidden: 2 accepted 0, requests 0, CONNECTs 1 of 1
  the reason: ok
  nothing leaks: ok
broken: 2 accepted 0, requests 0, CONNECTs 1 of 1
  the reason: ok
  nothing leaks: ok
closed: 2 accepted 0, requests 0, CONNECTs 1 of 1
  the reason: ok
  nothing leaks: ok
