--TEST--
docs/operating.md knows every message of the command and of the engine, and none that does not exist
--SKIPIF--
<?php
if (!is_dir(__DIR__ . '/../../cli/src')) {
    die('skip this is no checkout');
}
?>
--FILE--
<?php
require __DIR__ . '/markdown.inc';

/** Source files below a folder. @return array<string, string> text by path */
function sources(string $folder, string $suffix): array
{
    $texts = [];
    foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(DOCS_ROOT . "/$folder", FilesystemIterator::SKIP_DOTS)) as $file) {
        if (str_ends_with($file->getFilename(), $suffix)) {
            $texts[substr($file->getPathname(), strlen(DOCS_ROOT) + 1)] = file_get_contents($file->getPathname());
        }
    }
    ksort($texts);

    return $texts;
}

/** A message over several strings becomes one. */
function joined(string $source): string
{
    return preg_replace('/(["\'])\s*\.?\s*\n\s*\.?\s*(["\'])/', '', $source);
}

/** The plain strings of a PHP file, a line each. */
function strings(string $source): string
{
    $tokens = array_filter(token_get_all($source), static fn (array|string $token): bool => is_array($token) && $token[0] === T_CONSTANT_ENCAPSED_STRING);

    return implode("\n", array_column($tokens, 1));
}

$php = array_map(joined(...), sources('cli/src', '.php'));
$c = array_map(joined(...), sources('src', '.c'));
// What sends to other services than those of the catalog has pages of its own.
$c = array_filter($c, static fn (string $path): bool => !preg_match('~/(assets|experience|aco_assets|aco_edge)~', $path), ARRAY_FILTER_USE_KEY);
$all = stripcslashes(implode("\n", [...$php, ...$c]));

// Every part of a documented message is in the source. Messages begin with a capital at times.
$page = new Page('docs/operating.md');
$parts = [];
foreach ($page->rows('What to do on an error') as [$cell]) {
    foreach (code_spans($cell) as $span) {
        foreach (preg_split('/…/u', $span) as $part) {
            $part = trim($part, ' ,.:()');
            // What depends on the answer.
            $part = preg_replace('/^the API answers HTTP \d*$/', 'answers HTTP', $part);
            if (strlen($part) < 6) {
                continue;
            }
            $parts[] = $part;
            $known = stripos($all, $part) !== false || in_array($part, ['working'], true);
            $known || print("documented and nowhere said: $part\n");
        }
    }
}

// Every message has a documented part.
$found = 0;
$calls = [
    [$php, '/new CommandFailure\((?:[^;"\']|\?\s|:\s)*?((["\'])(?:\\\\.|(?!\2).)*\2)/s'],
    [['cli/src/Store/SqliteDialect.php' => $php['cli/src/Store/SqliteDialect.php'], 'cli/src/Store/MysqlDialect.php' => $php['cli/src/Store/MysqlDialect.php']], '/=>\s+("[^"]+")/'],
    [['cli/src/Sync/SyncResult.php' => strings($php['cli/src/Sync/SyncResult.php'])], '/^(\'.{25,}\')$/m'],
    [$c, '/aco_error_set\((?:[^;"]*?)("(?:\\\\.|[^"])+")/s'],
];
foreach ($calls as [$texts, $pattern]) {
    foreach ($texts as $path => $text) {
        preg_match_all($pattern, $text, $matches);
        foreach ($matches[1] as $message) {
            $message = stripcslashes(substr($message, 1, -1));
            // What says nothing itself, or goes on with a sentence.
            if ($message[0] === ' ' || !preg_match('/[a-z]{3,} [a-z]/i', preg_replace('/%\w+|\{[^}]*\}|\$\w+/', '', $message))) {
                continue;
            }
            $found++;
            $known = array_filter($parts, static fn (string $part): bool => stripos($message, $part) !== false);
            $known !== [] || print("$path: not documented: $message\n");
        }
    }
}
echo $found > 90 ? 'compared' : "only $found messages", "\n";
?>
--EXPECT--
compared
