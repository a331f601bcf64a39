--TEST--
Any value in place of any other: a body, or an exception that names a field
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';
require __DIR__ . '/reference.inc';
require __DIR__ . '/mutate.inc';

set_error_handler(static function (int $level, string $message): bool {
    complain("warning: $message");

    return true;
});

foreach (Aco\Feed::cases() as $feed) {
    $both = new Both($feed);
    $mapper = new Aco\Mapper($feed);
    $bodies = $refused = 0;
    foreach (full_items()[$feed->value] as $item) {
        foreach (paths($item) as $path) {
            foreach (hostile_values() as $name => $value) {
                $changed = replaced($item, $path, $value);
                $case = "$feed->value, $name in " . implode('.', $path);
                try {
                    $document = $mapper->map($changed);
                    $bodies++;
                    json_validate_body($document) || complain("$case: no JSON");
                } catch (Aco\Exception\MappingException $e) {
                    $refused++;
                    preg_match('~^\w+(\.(\w+|\d+))*$~', $e->field)
                        && $e->reason !== ''
                        || complain("$case: $e->field $e->reason");
                }
                $difference = $both->difference($changed);
                $difference === null || complain("$case: $difference");
            }
        }
    }
    $bodies > 0 && $refused > 0 || complain("$feed->value: $bodies bodies, $refused refused");
}
echo "done\n";

function json_validate_body(?Aco\Document $document): bool
{
    return $document === null || is_array(json_decode((string) $document, true, 64, JSON_THROW_ON_ERROR));
}
?>
--EXPECT--
done
