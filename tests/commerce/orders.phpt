--TEST--
The Commerce module sends each event of an order once, and keeps what could not be sent
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

$server = new TestServer();
$store = new MemoryEvents();
$orders = array_map(numbered(...), range(1, 250));

$server->script(['api' => array_fill(0, 9, ['status' => 202])]);
tell('first', run($server, $store, $orders), $store);
$ids = [];
foreach ($server->requests() as $request) {
    array_push($ids, ...array_column(array_column($request->json['events'], 'xdm'), '_id'));
}
printf("%d ids, %d of them different\n", count($ids), count(array_unique($ids)));
tell('the same', run($server, $store, $orders), $store);
$server->script(['api' => [['status' => 202]]]);
tell('one cancelled', run($server, $store, [numbered(1, ['state' => 6])]), $store);

echo "-- the service is down: what it did not get goes with the next run\n";
$store = new MemoryEvents();
$server->script(['api' => array_fill(0, 9, ['status' => 403])]);
tell('refused', run($server, $store, array_slice($orders, 0, 3)), $store);
echo json_encode(array_values(array_unique(array_column($store->rows, 'attempts')))), " attempts\n";
$server->script(['api' => [['status' => 202]]]);
tell('again', run($server, $store, []), $store);

echo "-- orders that give nothing\n";
$store = new MemoryEvents();
tell(
    'bad',
    run($server, $store, [numbered(1, ['customerEmail' => 'n/a']), null, numbered(2, ['deleted' => true])]),
    $store,
);
echo json_encode($store->refused), "\n";
$server->script(['api' => [['status' => 202]]]);
tell('mended', run($server, $store, [numbered(1)]), $store);
echo json_encode($store->refused), "\n";

echo "-- an order that was deleted, and a website that was switched off, while events waited\n";
$store = new MemoryEvents();
$noDatastream = settings(['datastreamId' => null]);
tell(
    'held',
    run($server, $store, [numbered(1), numbered(2), numbered(3, ['websiteCode' => 'eu'])], settings: $noDatastream),
    $store,
);
$off = settings(['datastreamId' => null], ['eu' => ['backOfficeEvents' => false]]);
tell('withdrawn', run($server, $store, [numbered(1, ['deleted' => true])], settings: $off), $store);
$server->script(['api' => [['status' => 202]]]);
tell('datastream set', run($server, $store, []), $store);

echo "-- again, with the same ids\n";
$before = array_keys($store->rows);
$server->script(['api' => [['status' => 202]]]);
tell('resync', run($server, $store, [numbered(2)], true), $store);
var_dump($before === array_keys($store->rows));
tell('dry', run($server, $store, [numbered(7)], dry: true), $store);
?>
--EXPECT--
first: {"read":250,"events":250,"delivered":250} table {"Delivered":250}
250 ids, 250 of them different
the same: {"read":250,"unchanged":250} table {"Delivered":250}
one cancelled: {"read":1,"events":1,"delivered":1} table {"Delivered":251}
-- the service is down: what it did not get goes with the next run
refused: {"read":3,"events":3,"toRetry":3} table {"ToRetry":3} NOT CLEAN
    the Edge Network answers HTTP 403; check that the client may use this organisation
[1] attempts
again: {"resumed":3,"delivered":3} table {"Delivered":3}
-- orders that give nothing
bad: {"read":2,"unreadable":1,"deleted":1,"refused":1} table [] NOT CLEAN
    Order order-1: customerEmail must be an e-mail address: an event needs the identity of the shopper
{"order-1":"customerEmail must be an e-mail address: an event needs the identity of the shopper"}
mended: {"read":1,"events":1,"delivered":1} table {"Delivered":1}
[]
-- an order that was deleted, and a website that was switched off, while events waited
held: {"read":3,"events":3,"held":3} table {"ToSend":3} NOT CLEAN
    Back office events are on for website "base", but it has no datastream ID.
    Back office events are on for website "eu", but it has no datastream ID.
withdrawn: {"deleted":1,"resumed":1,"forgotten":2,"held":1} table {"ToSend":1} NOT CLEAN
    Back office events are on for website "base", but it has no datastream ID.
datastream set: {"resumed":1,"delivered":1} table {"Delivered":1}
-- again, with the same ids
resync: {"read":1,"events":1,"delivered":1} table {"Delivered":1}
bool(true)
dry: {"read":1,"events":1} table {"Delivered":1}