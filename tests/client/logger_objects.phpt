--TEST--
Logger: a PSR-3 logger, other callables, and what is neither
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

interface LoggerInterface
{
    public function log($level, string|Stringable $message, array $context = []): void;
}

class Psr implements LoggerInterface
{
    public function log($level, string|Stringable $message, array $context = []): void
    {
        echo static::class, ": $level $message ", implode(',', array_keys($context)), "\n";
    }
}

final class Derived extends Psr
{
    public function __invoke(): never
    {
        throw new Exception('log() comes first');
    }
}

final class Invokable
{
    public function __invoke(string $level, string $message, array $context): int
    {
        echo __CLASS__, ": $level $message\n";
        return 1;
    }

    public function method(string $level): void
    {
        echo __METHOD__, ": $level\n";
    }

    public static function statically(string $level, string $message): void
    {
        echo __METHOD__, ": $level $message\n";
    }
}

function log_it(string $level, string $message, array $context): void
{
    echo __FUNCTION__, ": $level $message\n";
}

$server = new TestServer();
foreach ([new Psr(), new Derived(), new Invokable(), 'log_it', 'Invokable::statically', [new Invokable(), 'method'],
    (new Invokable())->method(...), null] as $logger) {
    $server->client(null, $logger)->submit(Feed::Prices, prices(1));
}
foreach ([new stdClass(), 'no_such_function', 5, [], [new Invokable(), 'nothing'], true, ''] as $logger) {
    attempt(static function () use ($server, $logger): void {
        $server->client(null, $logger);
        echo get_debug_type($logger), " TAKEN\n";
    });
}
?>
--EXPECT--
Psr: debug prices: 1 items delivered feed,items,status,httpStatus,requestId,seconds
Derived: debug prices: 1 items delivered feed,items,status,httpStatus,requestId,seconds
Invokable: debug prices: 1 items delivered
log_it: debug prices: 1 items delivered
Invokable::statically: debug prices: 1 items delivered
Invokable::method: debug
Invokable::method: debug
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
