--TEST--
The Commerce module takes feeds back from runs that died, and only from those
--FILE--
<?php
require __DIR__ . '/dead_runs.inc';

use Aco\CommerceOptimizer\Model\Export\DeadRuns;
use Magento\DataExporter\Lock\FeedLockManager;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Service\FeedIndexerProvider;
use Magento\Framework\Mview\ViewFactory;

function release(string $case, State $indexer, State $view, bool $isLocked = false): void
{
    echo "$case\n";
    $locks = new FeedLockManager();
    $locks->isLocked = $isLocked;
    (new DeadRuns($locks, new FeedIndexerProvider(new Indexer($indexer)), new ViewFactory(new View($view)), new Log()))
        ->release(new FeedIndexMetadata());
    echo "   indexer {$indexer->status}, view {$view->status}\n";
}

const OLD = 600;
const YOUNG = 5;

release('at rest', new State('valid', OLD), new State('idle', OLD));
release('full sync died', new State('working', OLD), new State('suspended', OLD));
release('partial sync died', new State('valid', OLD), new State('working', OLD));
release('died while another full sync was due', new State('invalid', OLD), new State('working', OLD));
release('full sync at work', new State('working', OLD), new State('suspended', OLD), true);
release('partial sync at work', new State('valid', OLD), new State('working', OLD), true);
release('begins, has no lock yet', new State('working', YOUNG), new State('suspended', YOUNG));
release('partial sync begins, has no lock yet', new State('valid', OLD), new State('working', YOUNG));

(new DeadRuns(
    new FeedLockManager(),
    new FeedIndexerProvider(null),
    new ViewFactory(new View(new State('working', OLD))),
    new Log(),
))
    ->release(new FeedIndexMetadata());
?>
--EXPECT--
at rest
   indexer valid, view idle
full sync died
   ACO: a full sync of feed "products" has died; it begins anew
   ACO: a partial sync of feed "products" has died; it begins anew
   indexer invalid, view idle
partial sync died
   ACO: a partial sync of feed "products" has died; it begins anew
   indexer valid, view idle
died while another full sync was due
   ACO: a partial sync of feed "products" has died; it begins anew
   indexer invalid, view idle
full sync at work
   indexer working, view suspended
partial sync at work
   indexer valid, view working
begins, has no lock yet
   indexer working, view suspended
partial sync begins, has no lock yet
   indexer valid, view working
