--TEST--
The Commerce module's batches count positions as Commerce does, and keep of their items what the table gets
--FILE--
<?php
require __DIR__ . '/framework.inc';
require __DIR__ . '/module.inc';

use Aco\CommerceOptimizer\Model\Export\PendingBatch;
use Magento\DataExporter\Model\Indexer\{DataSerializer, DataSerializerInterface, FeedIndexMetadata};

$rows = [];
foreach ([11, null, 12, 13] as $i => $entity) {
    $rows[$i * 2] = ['feed_id' => "f$i", 'source_entity_id' => $entity, 'feed_data' => [
        'sku' => "S$i",
        'deleted' => false,
        'body' => 'long',
    ]];
}

$batch = new PendingBatch(new FeedIndexMetadata(['sku' => 'sku']));
foreach ([0, 1, 2, 3] as $position) {
    $batch->await($position);
}
$batch->delivered(0);
$batch->failed(1, 400, 'no row');
$batch->failed(2, 400, 'bad');
var_dump($batch->isAnswered());
$batch->failOpen(2, 'lost');
var_dump($batch->isAnswered(), $batch->reason());
$batch->keepRows($rows, new DataSerializer());
echo json_encode($batch->failures()), "\n", json_encode($batch->feedIds()), "\n", json_encode($batch->rows()[0]), "\n";

echo "-- a table that keeps all, and a serializer of another\n";
$keeps = new PendingBatch(new FeedIndexMetadata(['sku' => 'sku'], true));
$keeps->keepRows($rows, new DataSerializer());
var_dump($keeps->rows() === $rows);
$foreign = new PendingBatch(new FeedIndexMetadata(['sku' => 'sku']));
$foreign->keepRows($rows, new class implements DataSerializerInterface {
});
var_dump($foreign->rows() === $rows);

echo "-- requests\n";
array_map($batch->addRequestId(...), ['a', '', 'b', 'a']);
echo json_encode($batch->responseMetadata()), "\n";
?>
--EXPECT--
bool(false)
bool(true)
string(6) "no row"
{"1":{"message":"bad","status":400},"2":{"message":"lost","status":2}}
["f0","f1","f2","f3"]
{"feed_id":"f0","source_entity_id":11,"feed_data":{"sku":"S0","deleted":false}}
-- a table that keeps all, and a serializer of another
bool(true)
bool(true)
-- requests
{"requestId":"a, b"}
