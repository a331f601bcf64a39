--TEST--
Exceptions of generator, $onBatch and logger come through, and the client works again
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

final class Broken implements IteratorAggregate
{
    public function getIterator(): Traversable
    {
        throw new DomainException('getIterator');
    }
}


final class BrokenIterator implements Iterator
{
    private int $n = 0;

    public function __construct(private string $where)
    {
    }

    private function at(string $method): void
    {
        if ($this->where === $method) {
            throw new DomainException($method);
        }
    }

    public function current(): mixed
    {
        $this->at('current');
        return price($this->n);
    }

    public function key(): mixed
    {
        throw new LogicException('keys are not read');
    }

    public function next(): void
    {
        $this->n++;
        if ($this->n === 700) {
            $this->at('next');
        }
    }

    public function rewind(): void
    {
        $this->at('rewind');
    }

    public function valid(): bool
    {
        if ($this->n > 600) {
            $this->at('valid');
        }
        return $this->n < 800;
    }
}

$server = new TestServer();
$failLog = false;
$client = $server->client(null, static function (string $level) use (&$failLog): void {
    if ($failLog) {
        throw new DomainException("logger $level");
    }
});
$generator = static function (int $count): Generator {
    yield from prices($count);
    throw new DomainException("generator after $count");
};
$fail = static function (): never {
    throw new DomainException('onBatch');
};
$calls = [
    'generator 0' => static fn () => $client->submit(Feed::Prices, $generator(1)),
    'generator 700' => static fn () => $client->submit(Feed::Prices, $generator(700)),
    'getIterator' => static fn () => $client->submit(Feed::Prices, new Broken()),
    'rewind' => static fn () => $client->submit(Feed::Prices, new BrokenIterator('rewind')),
    'current' => static fn () => $client->submit(Feed::Prices, new BrokenIterator('current')),
    'next' => static fn () => $client->submit(Feed::Prices, new BrokenIterator('next')),
    'valid' => static fn () => $client->submit(Feed::Prices, new BrokenIterator('valid')),
    'no exception' => static fn () => print $client->submit(Feed::Prices, new BrokenIterator(''))->accepted . "\n",
    'onBatch at the end' => static fn () => $client->submit(Feed::Prices, prices(3), null, $fail),
    'onBatch in between' => static fn () => $client->submit(Feed::Prices, prices(3000), null, $fail),
    'onBatch in a generator' => static fn () => $client->submit(
        Feed::Prices,
        (static fn () => yield from prices(3000))(),
        null,
        $fail,
    ),
    'onBatch of push' => static function () use ($client, $fail): void {
        $stream = $client->open(Feed::Prices, null, $fail);
        foreach (prices(3000) as $price) {
            $stream->push($price);
        }
    },
    'onBatch of finish' => static function () use ($client, $fail): void {
        $stream = $client->open(Feed::Prices, null, $fail);
        $stream->push(price(1));
        $stream->finish();
    },
    'onBatch of drain' => static function () use ($client, $fail): void {
        $stream = $client->open(Feed::Prices, null, $fail);
        $stream->push(price(1));
        $client->drain();
    },
];
foreach ($calls as $label => $call) {
    echo "$label: ";
    attempt($call);
    $submission = $client->submit(Feed::Prices, prices(2));
    if ($submission->accepted !== 2 || $submission->status !== 200) {
        echo "    DOES NOT WORK AGAIN\n";
    }
}
$failLog = true;
foreach (['logger' => prices(1), 'logger, utf-8' => [price("\xff")]] as $label => $items) {
    echo "$label: ";
    attempt(static fn () => $client->submit(Feed::Prices, $items));
}
$failLog = false;
echo $client->submit(Feed::Prices, prices(2))->accepted, "\n";
?>
--EXPECT--
generator 0: DomainException 0: generator after 1
generator 700: DomainException 0: generator after 700
getIterator: DomainException 0: getIterator
rewind: DomainException 0: rewind
current: DomainException 0: current
next: DomainException 0: next
valid: DomainException 0: valid
no exception: 800
onBatch at the end: DomainException 0: onBatch
onBatch in between: DomainException 0: onBatch
onBatch in a generator: DomainException 0: onBatch
onBatch of push: DomainException 0: onBatch
onBatch of finish: DomainException 0: onBatch
onBatch of drain: DomainException 0: onBatch
logger: DomainException 0: logger debug
logger, utf-8: DomainException 0: logger warning
2
