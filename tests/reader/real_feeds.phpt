--TEST--
ItemReader: all items of a shop and of a running Commerce are mapped as Mapper::map() maps them
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (!is_dir((string) getenv('ACO_REAL_FEEDS')) && !is_dir((string) getenv('ACO_COMMERCE_FEEDS'))) {
    die('skip neither ACO_REAL_FEEDS nor ACO_COMMERCE_FEEDS names a folder');
}
?>
--INI--
memory_limit=256M
--FILE--
<?php
require __DIR__ . '/reader.inc';

use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\ItemReader;
use Aco\Mapper;

/** @return array{?Aco\Document, string} the document, or why there is none */
function mapped(Mapper $mapper, array $item): array
{
    try {
        return [$mapper->map($item), ''];
    } catch (MappingException $e) {
        return [null, "$e->field $e->reason"];
    }
}

function deletion(Mapper $mapper, array $item): string
{
    try {
        return (string) $mapper->deletion($item);
    } catch (MappingException) {
        return '';
    }
}

$items = $differences = 0;
$commerce = getenv('ACO_COMMERCE_FEEDS');
$folders = array_filter([getenv('ACO_REAL_FEEDS'), $commerce, $commerce ? "$commerce/changes" : false]);
foreach ($folders as $folder) {
    foreach (glob("$folder/*.jsonl") as $path) {
        $feed = Feed::tryFrom(preg_replace('/^.*-/', '', basename($path, '.jsonl')));
        if ($feed === null) {
            continue;
        }
        $mapper = new Mapper($feed);
        $lines = file($path);
        foreach (new ItemReader($mapper, $path) as $chunk) {
            foreach ($chunk->map() as $position => $seen) {
                $item = json_decode($lines[$seen->line - 1], true, 512, JSON_THROW_ON_ERROR);
                [$document, $reason] = mapped($mapper, $item);
                $items++;
                $same = (string) $document === (string) $seen->document
                    && [$document?->id, $document?->hash, $document?->deleted]
                        === [$seen->document?->id, $seen->document?->hash, $seen->document?->deleted]
                    && $reason === ltrim("$seen->field $seen->reason")
                    && deletion($mapper, $item) === $seen->deleteBody
                    && $chunk->item($position) === $item;
                $differences += $same ? 0 : 1;
            }
        }
    }
}
check('all the same', $items > 0 && $differences === 0, [$items, $differences]);
?>
--EXPECT--
all the same: ok
