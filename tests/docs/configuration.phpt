--TEST--
docs/configuration.md names every setting, parameter, option, variable and file, with default, range and mode as they are
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/examples.inc';

$page = new Page('docs/configuration.md');

/** First cells of a table to the rest of their row. @return array<string, list<string>> */
function by_name(Page $page, string $section): array
{
    $rows = [];
    foreach ($page->rows($section) as $row) {
        foreach (code_spans($row[0]) as $name) {
            $rows[$name] = array_slice($row, 1);
        }
    }

    return $rows;
}

/** "1 to 64" as its ends; null for another kind of range. */
function ends(string $range): ?array
{
    return preg_match('/^(\d+) to (\d+)$/', $range, $match) === 1 ? [(int) $match[1], (int) $match[2]] : null;
}

/** Whether the ends are taken and what is beyond is not. */
function range_holds(string $name, string $range, callable $make): void
{
    [$least, $most] = ends($range);
    foreach ([[$least, true], [$most, true], [$least - 1, false], [$most + 1, false]] as [$value, $taken]) {
        try {
            $make($name, $value);
            $taken || print("$name: $value is taken\n");
        } catch (Aco\Exception\InvalidArgumentException $e) {
            $taken && print("$name: $value is refused: {$e->getMessage()}\n");
        }
    }
}

// php.ini
$settings = by_name($page, 'php.ini');
$true = ini_get_all('aco');
same_names('php.ini', array_keys($settings), array_keys($true));
$defaults = [];
foreach (file(DOCS_ROOT . '/packaging/aco.ini', FILE_IGNORE_NEW_LINES) as $line) {
    if (preg_match('/^;(aco\.\w+) = ?(.*)$/', $line, $match) === 1) {
        $defaults[$match[1]] = $match[2];
    }
}
same_names('aco.ini', array_keys($defaults), array_keys($true));
// Without the php.ini of whoever runs the tests.
exec(escapeshellarg(PHP_BINARY) . ' -n -d extension=' . escapeshellarg(DOCS_ROOT . '/modules/aco.so')
    . ' -r ' . escapeshellarg('echo json_encode(array_map("strval", ini_get_all("aco", false)));'), $lines);
$values = json_decode($lines[0] ?? '[]', true);
foreach ($values as $name => $value) {
    [$shown] = code_spans($settings[$name][0] ?? '') + [''];
    $shown === $value && $defaults[$name] === $value || print("$name: the default is \"$value\", shown are \"$shown\" and in aco.ini \"{$defaults[$name]}\"\n");
    ini_get_all('aco')[$name]['access'] === INI_SYSTEM || print("$name is not for php.ini alone\n");
}
count($values) === count($true) || print("the defaults cannot be asked for\n");

// Parameters
/** @return array<string, string> defaults as PHP writes them, by parameter */
function parameters(string $class, string $method): array
{
    $defaults = [];
    foreach ((new ReflectionMethod($class, $method))->getParameters() as $parameter) {
        $defaults[$parameter->getName()] = $parameter->isOptional()
            ? json_encode($parameter->getDefaultValue(), JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION)
            : 'required';
    }

    return $defaults;
}

$connection = parameters(Aco\Connection::class, '__construct') + parameters(Aco\Connection::class, 'discover');
foreach (['Connection' => [$connection, 0], 'Transport' => [parameters(Aco\Transport::class, '__construct'), 0],
    'Credentials' => [parameters(Aco\ImsCredentials::class, '__construct'), 0], 'Limits' => [
        parameters(Aco\Limits::class, '__construct'),
        1,
    ]] as $section => [$true, $column]) {
    $shown = by_name($page, $section);
    same_names($section, array_keys($shown), array_keys($true));
    foreach ($true as $name => $default) {
        trim($shown[$name][$column] ?? '', '`') === $default || print("$section: the default of $name is $default\n");
    }
}
$ranges = 0;
foreach (by_name($page, 'Limits') as $name => $row) {
    if (ends($row[2]) !== null) {
        $ranges++;
        range_holds(
            $name,
            $row[2],
            static fn (string $name, int $value): Aco\Limits => new Aco\Limits(...[$name => $value]),
        );
    }
}
foreach (by_name($page, 'Transport') as $name => $row) {
    if (ends($row[1]) !== null) {
        $ranges++;
        range_holds(
            $name,
            $row[1],
            static fn (string $name, int $value): Aco\Transport => new Aco\Transport(...[$name => $value]),
        );
    }
}
$ranges === 10 || print("$ranges ranges were tried\n");
foreach ([1 => true, 1024 => true, 0 => false, 1025 => false] as $length => $taken) {
    try {
        new Aco\Connection('t', str_repeat('c', $length), 's', 'https://shop.example');
        $taken || print("a text of $length bytes is taken\n");
    } catch (Aco\Exception\InvalidArgumentException) {
        $taken && print("a text of $length bytes is refused\n");
    }
}

// Options
$cli = (new Cli())->startSandbox();
/** @return list<string> options of a command, without those of every command */
function options(array $list, string $command): array
{
    $common = [];
    foreach ($list['commands'] as $each) {
        $common[] = array_keys($each['definition']['options']);
    }
    $common = array_intersect(...$common);
    foreach ($list['commands'] as $each) {
        if ($each['name'] === $command) {
            return array_values(array_map(
                static fn (string $name): string => "--$name",
                array_diff(array_keys($each['definition']['options']), $common),
            ));
        }
    }
    throw new RuntimeException("there is no command $command");
}

$list = $cli->run(['list', '--format=json'])->json();
same_names('config:init', array_keys(by_name($page, 'Options that are stored')), options($list, 'config:init'));
// A command has a section in some page, its options are there or here.
$here = file_get_contents(DOCS_ROOT . '/docs/configuration.md');
foreach (array_column($list['commands'], 'name') as $command) {
    if (in_array($command, ['list', 'help', 'completion', '_complete'], true)) {
        continue;
    }
    $guides = array_filter(Page::all(), static fn (Page $guide): bool =>
        preg_grep(
            '/^## .*(?<![\w:-])' . preg_quote($command, '/') . '(?![\w:-])/',
            $guide->prose,
        ) !== [] || $guide->path === "docs/$command.md");
    $guides !== [] || print("no page has a section on $command\n");
    $text = $here . implode('', array_map(
        static fn (Page $guide): string => file_get_contents(DOCS_ROOT . "/{$guide->path}"),
        $guides,
    ));
    foreach (options($list, $command) as $option) {
        preg_match('/' . preg_quote($option, '/') . '\b/', $text) === 1
            || print("$command: $option is not documented\n");
    }
}

// Variables
$true = [];
$patterns = [
    '/\bgetenv\(["\']([A-Z_]+)["\']\)/',
    '/\benvironment\(\'([A-Z_]+)\'\)/',
    '/const [A-Z_]*VARIABLE = \'([A-Z_]+)\'/',
    '/\$\{([A-Z][A-Z_]+)(?::?[-+?])/',
];
// config.m4 has what phpize says; what Commerce's module reads is Commerce's, see docs/commerce.md.
$skipped = '~^(\.git|cli/vendor|build|autom4te\.cache|modules|include|var|docs|commerce)/|^(configure[^/]?|config\.[a-z0-9.]+|libtool|ltmain\.sh|run-tests\.php|aclocal\.m4|install-sh|missing|mkinstalldirs|Makefile.*)$|\.(log|out|exp|diff|lo|o|la|sh\.in)$~';
$root = realpath(DOCS_ROOT);
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root, FilesystemIterator::SKIP_DOTS)) as $file) {
    $path = substr($file->getPathname(), strlen($root) + 1);
    $isMade = str_starts_with($path, 'tests/')
        && preg_match('~\.(php|sh)$~', $path) === 1
        && !str_starts_with($path, 'tests/fuzz/');
    if (preg_match($skipped, $path) === 1 || $isMade || $file->getSize() > 1 << 20) {
        continue;
    }
    $text = file_get_contents($file->getPathname());
    foreach ($patterns as $pattern) {
        preg_match_all($pattern, $text, $matches);
        array_push($true, ...$matches[1]);
    }
}
$libraries = array_keys(by_name($page, 'What the libraries read'));
$documented = array_diff(array_keys(by_name($page, 'Environment variables')), $libraries);
same_names(
    'variables',
    array_filter($documented, static fn (string $name): bool => preg_match('/^[A-Z_]+$/', $name) === 1),
    array_diff($true, $libraries),
);

// Files
/** @return array<string, string> modes by path, "." for the folder itself */
function modes(string $folder): array
{
    $modes = ['.' => sprintf('%04o', fileperms($folder) & 07777)];
    foreach (new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
        RecursiveIteratorIterator::SELF_FIRST,
    ) as $file) {
        $modes[substr($file->getPathname(), strlen($folder) + 1)] = sprintf('%04o', $file->getPerms() & 07777);
    }

    return $modes;
}

umask(0);
// The extension makes the folder itself.
file_put_contents("$cli->dir/ini/aco.ini", "aco.state_dir=$cli->dir/host2\n");
$cli->init();
$cli->write('shop/prices.jsonl', [price('A')]);
$cli->run(['sync', "$cli->dir/shop"]);
$cli->run(['cron', '--once']);
// Its port is taken, so it ends at once.
$cli->run(['serve', '--port=' . parse_url($cli->sandbox['url'], PHP_URL_PORT)]);
// Due again at once, with an entry that cannot be delivered; and a log that is full.
$cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");
$cli->write('state/spool/prices.jsonl', ['{"sku": 1}']);
ftruncate(fopen("$cli->state/log/aco.log", 'r+'), 10 * 1024 * 1024);
$cli->run(['cron', '--once']);
// What SQLite makes while it is open.
$open = $cli->pdo();
$open->exec('PRAGMA journal_mode = WAL');
$open->query('SELECT count(*) FROM schema_version')->fetchAll();
foreach ([
    'In aco.state_dir' => "$cli->dir/host2",
    "In the command's state folder" => $cli->state,
] as $section => $folder) {
    $seen = [];
    $shown = by_name($page, $section);
    foreach (modes($folder) as $path => $mode) {
        if (preg_match('~^spool/(done|failed|working)/(?!.*\.report\.json$)~', $path) === 1) {
            continue;
        }
        $found = array_filter(array_keys($shown), static fn (string $pattern): bool => fnmatch($pattern, $path));
        $found === [] && print("$section: $path is not documented\n");
        foreach ($found as $pattern) {
            $seen[] = $pattern;
            $shown[$pattern][0] === $mode || print("$section: $path has mode $mode\n");
        }
    }
    foreach (array_diff(array_keys($shown), $seen) as $pattern) {
        echo "$section: nothing wrote $pattern\n";
    }
}
unset($open);
$cli->stopSandbox();
echo "compared\n";
?>
--EXPECT--
compared
