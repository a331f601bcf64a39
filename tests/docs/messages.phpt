--TEST--
The sections "What to do on an error" know every message of the command and of the engine, and none that does not exist
--SKIPIF--
<?php
if (!is_dir(__DIR__ . '/../../cli/src')) {
    die('skip this is no checkout');
}
?>
--FILE--
<?php
require __DIR__ . '/markdown.inc';
require DOCS_ROOT . '/scripts/messages.d/sources.php';

$php = sources('cli/src', '.php');
$c = array_map(joined(...), sources('src', '.c'));
$all = implode("\n", array_merge(...array_values(array_map(messages(...), $php)))) . stripcslashes(implode("\n", $c));

// Every part of a documented message is in the source. Messages begin with a capital at times.
const SECTION = 'What to do on an error';
$rows = [];
foreach (Page::all() as $page) {
    if (in_array('## ' . SECTION, $page->prose, true)) {
        array_push($rows, ...$page->rows(SECTION));
    }
}
$parts = [];
foreach ($rows as [$cell]) {
    foreach (code_spans($cell) as $span) {
        foreach (preg_split('/…/u', $span) as $part) {
            $part = trim($part, ' ,.:()');
            // What depends on the answer.
            $part = preg_replace('/^the API answers HTTP \d*$/', 'answers HTTP', $part);
            if (strlen($part) < 7) {
                continue;
            }
            $parts[] = $part;
            $known = stripos($all, $part) !== false || in_array($part, ['working'], true);
            $known || print("documented and nowhere said: $part\n");
        }
    }
}

// Every message has a documented part.
$messages = messages($php['cli/src/Sync/SyncResult.php']);
foreach ($php as $path => $source) {
    array_push($messages, ...messages(arguments($source, 'new CommandFailure(')));
}
foreach (['Sqlite', 'Mysql'] as $dialect) {
    array_push($messages, ...messages(failure_method($php["cli/src/Store/{$dialect}Dialect.php"])));
}
// What begins otherwise goes on with a sentence.
$messages = array_filter(
    $messages,
    static fn (string $message): bool => preg_match('/^([A-Z]|--|…)/u', $message) === 1,
);
foreach ($c as $source) {
    preg_match_all('/aco_error_set\((?:[^;"]*?)"((?:\\\\.|[^"])+)"/s', $source, $matches);
    array_push($messages, ...array_map(stripcslashes(...), $matches[1]));
}
$found = 0;
foreach ($messages as $message) {
    // What is made of other messages.
    if (strlen($message) < 20 || !preg_match('/[a-z]{3,} [a-z]/i', preg_replace('/%\w+/', '', $message))) {
        continue;
    }
    $found++;
    $known = array_filter($parts, static fn (string $part): bool => stripos($message, $part) !== false);
    $known !== [] || print("not documented: $message\n");
}
echo $found > 90 ? 'compared' : "only $found messages", "\n";
?>
--EXPECT--
compared
