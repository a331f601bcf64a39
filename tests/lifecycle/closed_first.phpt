--TEST--
Destructors of what callbacks and loggers captured: streams are finished, freed objects are gone from weak references
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Assets\{AemEnvironment, CommerceConnection, CommerceCredentials, CommerceSink, Delivery};
use Aco\Assets\{OptimizerSink, ProductChange};
use Aco\Experience\{EdgeClient, EdgeConnection, Event, EventStream};
use Aco\{Client, Connection, Feed, Limits, Stream};

final class Captured
{
    public function __construct(private Closure $end)
    {
    }

    public function __destruct()
    {
        ($this->end)();
    }
}

/** Tells what can be done with the object that a weak reference leads to. */
function look(WeakReference $weak, ?Client $client): void
{
    $object = $weak->get();
    echo '  ', $object === null ? 'gone' : $object::class, "\n";
    foreach (match (true) {
        $object instanceof Stream => [fn () => $object->push(price(1)), fn () => $object->finish()],
        $object instanceof EventStream => [fn () => $object->push(event()), fn () => $object->finish()],
        default => [],
    } as $use) {
        attempt($use);
    }
    $client?->drain();
    $client !== null
        && print('  the client submits: ' . count($client->submit(Feed::Prices, prices(2))->failedItems) . " failed\n");
    gc_collect_cycles();
}

function event(): Event
{
    return Event::fromJson(
        'event-1',
        'commerce.backofficeOrderPlaced',
        'order-1',
        'base',
        '2023-04-01T10:00:00+00:00',
        '{}',
    );
}

/** A callback that holds something with a destructor, which looks at the object in $weak by then. */
function capturing(?WeakReference &$weak, ?Client $client = null): Closure
{
    $captured = new Captured(static function () use (&$weak, $client): void {
        look($weak, $client);
    });

    return static function () use ($captured): void {
    };
}

// Nobody listens there.
$url = 'http://127.0.0.1:1';
$limits = new Limits(requestsPerSecond: 0.0, maxAttempts: 1, shared: false);
$connection = new Connection('tenant', 'client', SECRET, $url, imsUrl: $url, transport: new Aco\Transport(proxy: ''));
$edge = static fn (mixed $logger = null): EdgeClient => new EdgeClient(
    new EdgeConnection(url: $url, transport: new Aco\Transport(proxy: '')), $limits, $logger);
$delivery = new Delivery(new AemEnvironment('p1', 'e1'));
$store = CommerceConnection::paas(
    $url,
    new CommerceCredentials('k', SECRET, 't', 'u'),
    transport: new Aco\Transport(proxy: ''),
);
$client = new Client($connection, $limits);

foreach (['finish' => true, 'unset' => false] as $end => $finished) {
    echo "Stream, $end\n";
    $stream = $client->open(Feed::Prices, null, capturing($weak, $client));
    $weak = WeakReference::create($stream);
    $finished && print(count($stream->finish()->failedItems) . " failed\n");
    unset($stream);
    echo "EventStream, $end\n";
    $stream = $edge()->open('datastream', capturing($weak));
    $weak = WeakReference::create($stream);
    $finished && print(count($stream->finish()->failedItems) . " failed\n");
    unset($stream);
}

echo "submit()\n";
$weak = WeakReference::create($client);
echo count($client->submit(Feed::Prices, prices(3), null, capturing($weak, $client))->failedItems), " failed\n";
$sender = $edge();
$weak = WeakReference::create($sender);
echo count($sender->submit('datastream', [event()], capturing($weak))->failedItems), " failed\n";

echo "apply()\n";
$sink = new OptimizerSink($connection, $delivery, limits: $limits);
$weak = WeakReference::create($sink);
echo count($sink->apply([new ProductChange('SKU', [])], capturing($weak))->failedItems), " failed\n";

foreach ([
    'Client' => static fn (Closure $logger): Client => new Client($connection, $limits, $logger),
    'EdgeClient' => $edge,
    'CommerceSink' =>
        static fn (Closure $logger): CommerceSink => new CommerceSink($store, $delivery, $limits, $logger, false),
    'OptimizerSink' => static fn (Closure $logger): OptimizerSink => new OptimizerSink(
        $connection,
        $delivery,
        limits: $limits,
        logger: $logger,
    ),
    'Stream with its client' =>
        static fn (Closure $logger): Stream => (new Client($connection, $limits, $logger))->open(Feed::Prices),
    'EventStream with its client' => static fn (Closure $logger): EventStream => $edge($logger)->open('datastream'),
] as $what => $make) {
    echo "$what, logger\n";
    $object = $make(capturing($weak, $client));
    $weak = WeakReference::create($object);
    unset($object);
}

// Here destructors run before anything is freed: the stream can be used, once more.
echo "in a cycle\n";
$cycle = new stdClass();
$cycle->itself = $cycle;
$cycle->stream = $client->open(Feed::Prices, null, capturing($weak, $client));
$weak = WeakReference::create($cycle->stream);
unset($cycle);
gc_collect_cycles();
?>
--EXPECT--
Stream, finish
  Aco\Stream
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
  the client submits: 2 failed
0 failed
EventStream, finish
  Aco\Experience\EventStream
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
0 failed
Stream, unset
  gone
  the client submits: 2 failed
EventStream, unset
  gone
submit()
  Aco\Client
  the client submits: 2 failed
3 failed
  Aco\Experience\EdgeClient
1 failed
apply()
  Aco\Assets\OptimizerSink
1 failed
Client, logger
  gone
  the client submits: 2 failed
EdgeClient, logger
  gone
  the client submits: 2 failed
CommerceSink, logger
  gone
  the client submits: 2 failed
OptimizerSink, logger
  gone
  the client submits: 2 failed
Stream with its client, logger
  gone
  the client submits: 2 failed
EventStream with its client, logger
  gone
  the client submits: 2 failed
in a cycle
  Aco\Stream
  the client submits: 2 failed
