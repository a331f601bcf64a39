--TEST--
Callbacks that only their giver may call, private methods and those of __call(), are called wherever responses arrive
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\{Batch, Client, Feed, Stream};

/** Gives its private methods away, by all the ways of naming one, and has others work with what it made. */
final class Sender
{
    /** @var array<string, int> calls */
    public array $calls = [];

    public function __construct(private readonly TestServer $server)
    {
    }

    public function client(mixed $logger): Client
    {
        return new Client($this->server->connection(), limits(), match ($logger) {
            'method' => [$this, 'log'],
            'static' => [self::class, 'logged'],
            'magic' => [$this, 'noted'],
        });
    }

    public function open(Client $client, string $way): Stream
    {
        return $client->open(Feed::Prices, null, match ($way) {
            'method' => [$this, 'batch'],
            'static' => [self::class, 'batched'],
            'magic' => [$this, 'anything'],
        });
    }

    public function permit(): void
    {
        Aco\sendWhile([$this, 'holds']);
    }

    public function __call(string $name, array $arguments): void
    {
        $this->count("__call $name");
    }

    private static function batched(Batch $batch): void
    {
        echo "  batched $batch->status\n";
    }

    private static function logged(string $level, string $message): void
    {
        echo "  logged $message\n";
    }

    private function batch(Batch $batch): void
    {
        $this->count(__FUNCTION__);
    }

    private function log(): void
    {
        $this->count(__FUNCTION__);
    }

    private function holds(): void
    {
        $this->count(__FUNCTION__);
    }

    private function count(string $what): void
    {
        $this->calls[$what] = ($this->calls[$what] ?? 0) + 1;
    }
}

$sender = new Sender(new TestServer());
foreach (['method', 'static', 'magic'] as $round => $way) {
    echo "$way\n";
    $sender->calls = [];
    $sender->permit();
    $stream = $sender->open($sender->client($way), $way);
    $stream->push(price($round));
    show($stream->finish());
    Aco\sendWhile(null);
    foreach ($sender->calls as $name => $count) {
        echo "  $name $count\n";
    }
}
$sender = new class {
    private function batch(): void
    {
    }
};
attempt(static fn () => (new TestServer())->client()->open(Feed::Prices, null, [$sender, 'batch']));
attempt(static fn () => (new TestServer())->client(null, [$sender, 'batch']));
?>
--EXPECT--
method
200 accepted 1 [api-1]
  holds 1
  log 1
  batch 1
static
  logged prices: 1 items delivered
  batched 200
200 accepted 1 [api-2]
  holds 1
magic
200 accepted 1 [api-3]
  holds 1
  __call noted 1
  __call anything 1
TypeError 0: Aco\Client::open(): Argument #3 ($onBatch) must be a valid callback or null, cannot access private method class@anonymous::batch()
Aco\Exception\InvalidArgumentException 0 final: $logger must be a PSR-3 logger, a callable or null
