--TEST--
ide/aco.php has what the extension has: names, parameters, defaults, types, constants, readonly properties
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/signatures.inc';

// In a PHP without the extension, which would be declared twice otherwise.
$code = 'require $argv[1]; require $argv[2]; echo json_encode(signatures());';
$command = implode(' ', array_map('escapeshellarg', [getenv('TEST_PHP_EXECUTABLE'), '-n', '-r', $code, '--',
    dirname(__DIR__, 2) . '/ide/aco.php', __DIR__ . '/signatures.inc']));
$stub = json_decode((string) shell_exec($command), true) ?? exit("ide/aco.php cannot be loaded\n");
$module = json_decode(json_encode(signatures()), true);

$compared = 0;
foreach ($module + $stub as $name => $unused) {
    foreach ((array) ($module[$name] ?? null) + (array) ($stub[$name] ?? null) as $member => $unused) {
        $there = ((array) ($module[$name] ?? []))[$member] ?? null;
        $written = ((array) ($stub[$name] ?? []))[$member] ?? null;
        $compared++;
        if ($there !== $written) {
            echo "$name $member\n    module: ", json_encode($there), "\n    stub:   ", json_encode($written), "\n";
        }
    }
}
echo $compared > 150 ? 'all compared' : "only $compared compared", "\n";

// Documented, as far as there is anything to say: every class, every array and every callable.
$text = file_get_contents(dirname(__DIR__, 2) . '/ide/aco.php');
preg_match_all('~^    (?:final )?(?:class|enum|interface) (\w+)~m', $text, $classes);
preg_match_all('~\*/\n    (?:final )?(?:class|enum|interface) (\w+)~', $text, $documented);
echo json_encode(array_diff($classes[1], $documented[1])), "\n";
var_dump(preg_match_all('~@(?:var|param|return) array(?![<{])~', $text));
?>
--EXPECT--
all compared
[]
int(0)
