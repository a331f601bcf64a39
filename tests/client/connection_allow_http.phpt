--TEST--
aco.allow_http takes plain http anywhere, and nothing else
--EXTENSIONS--
aco
--INI--
aco.allow_http=1
--FILE--
<?php
require __DIR__ . '/server.inc';

foreach (['http://a.example', 'ftp://a.example', 'http://u@a.example', 'http://a.example?x'] as $url) {
    attempt(static function () use ($url): void {
        echo (new Aco\Connection('t', 'c', SECRET, $url))->ingestionUrl, "\n";
    });
}
?>
--EXPECT--
http://a.example
Aco\Exception\InvalidArgumentException 0 final: $ingestionUrl must use https
Aco\Exception\InvalidArgumentException 0 final: $ingestionUrl must not hold a user name or password
Aco\Exception\InvalidArgumentException 0 final: $ingestionUrl must not hold a query or fragment
