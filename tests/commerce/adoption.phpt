--TEST--
The Commerce module adopts delivered rows, and none that failed, is gone or has changed since
--FILE--
<?php
require __DIR__ . '/adoption.inc';

use Aco\CommerceOptimizer\Model\Export\{Adoption, FeedTable};
use Magento\DataExporter\Model\{FeedExportStatusBuilder, FeedMetadataPool};
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\Indexer\IndexerRegistry;
use Magento\Framework\Mview\ViewFactory;

function adopt(string $case, View $view, ?Indexer $indexer = null, ?Throwable $failure = null): void
{
    echo "$case\n";
    $indexer ??= new Indexer($view);
    $adoption = new Adoption(
        new FeedMetadataPool(),
        new IndexerRegistry($indexer),
        new FeedExportStatusBuilder(),
        new FeedTable(),
        new ViewFactory($view),
        new Entities(),
    );
    $row = static fn (int $id, int $entity, array $more = []): array => $more + [
        'id' => $id, 'source_entity_id' => (string) $entity, 'status' => '200', 'feed_data' => ['sku' => "s$entity"],
    ];

    $indexer->reindex = static function () use ($adoption, $row, $failure): void {
        echo $adoption->isActive() ? '' : "   not active\n";
        $adoption->take([
            $row(1, 10),
            $row(2, 11, ['status' => '2']),
            $row(3, 12, ['errors' => 'refused']),
            $row(4, 13, ['feed_data' => ['deleted' => true]]),
            ['source_entity_id' => '14', 'feed_data' => []],
            $row(5, 20),
            $row(6, 21),
        ], new FeedIndexMetadata(), new Serializer());
        $failure === null || throw $failure;
    };

    try {
        $adoption->adopt('products');
    } catch (RuntimeException $e) {
        echo "   {$e->getMessage()}\n";
    }
    echo $adoption->isActive() ? "   still active\n" : '';
}

adopt('nothing changed', new View([1 => 10, 2 => 20]));
adopt('a child changed: its parent has too', new View([1 => 10, 4 => 20]));
adopt('no changelog', new View([], false));
adopt('collecting fails', new View([]), failure: new RuntimeException('no database'));
adopt('indexer at work', $view = new View([]), new Indexer($view, true));
?>
--EXPECT--
nothing changed
   row 1 written, status 200
   row 5 written, status 200
   row 6 written, status 200
   full sync is due
a child changed: its parent has too
   row 1 written, status 200
   full sync is due
no changelog
   row 1 written, status 200
   row 5 written, status 200
   row 6 written, status 200
   full sync is due
collecting fails
   row 1 written, status 200
   row 5 written, status 200
   row 6 written, status 200
   full sync is due
   no database
indexer at work
   the indexer "catalog_data_exporter_products" is at work; stop cron, or reset it
