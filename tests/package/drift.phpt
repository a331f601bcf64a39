--TEST--
scripts/check-metadata and scripts/package-xml agree with this tree, and fail when one thing drifts
--SKIPIF--
<?php
if (!extension_loaded('simplexml')) {
    die('skip simplexml is missing');
}
?>
--FILE--
<?php
$root = dirname(__DIR__, 2);
$copy = sys_get_temp_dir() . '/aco-drift-' . getmypid();

const FILES = [
    'src/core/base/version.h', 'config.m4', 'config.w32', 'package.xml', 'composer.json', 'cli/composer.json',
    'CHANGELOG.md', 'README.md',
    'docs/install.md', 'packaging/debian/changelog', '.github/workflows/ci.yml',
];

function fresh_copy(string $root, string $copy): void
{
    foreach (FILES as $file) {
        is_dir(dirname("$copy/$file")) || mkdir(dirname("$copy/$file"), 0700, true);
        copy("$root/$file", "$copy/$file");
    }
}

/** @return array{int, string} exit code and output */
function run(string $script, string $arguments): array
{
    exec(
        escapeshellarg((string) getenv('TEST_PHP_EXECUTABLE')) . ' ' . escapeshellarg($script) . " $arguments 2>&1",
        $lines,
        $code,
    );

    return [$code, implode("\n", $lines)];
}

[$code, $said] = run("$root/scripts/check-metadata", '');
echo "check-metadata: $code $said\n";
[$code, $said] = run("$root/scripts/package-xml", '--check');
echo "package-xml: $code $said\n";

$drifts = [
    'version of package.xml' => ['package.xml', '<release>0.', '<release>7.'],
    'version of the extension' => ['src/core/base/version.h', '"0.', '"7.'],
    'version of the changelog' => ['CHANGELOG.md', '## 0.', '## 7.'],
    'version of the Debian package' => ['packaging/debian/changelog', '(0.', '(7.'],
    'PHP of composer.json' => ['composer.json', '>=8.1', '>=8.2'],
    'next PHP of composer.json' => ['composer.json', '<8.6', '<8.7'],
    'PHP of package.xml' => ['package.xml', '<min>8.1.0', '<min>7.4.0'],
    'PHP of config.m4' => ['config.m4', '80100', '80200'],
    'PHP of the README' => ['README.md', 'PHP 8.1 or later', 'PHP 8.0 or later'],
    'PHP of the hosted tests' => ['.github/workflows/ci.yml', "'8.5']", "'8.4']"],
    'switch of config.m4' => ['config.m4', '[aco-dev]', '[aco-debug]'],
    'switch of config.w32' => ['config.w32', '"aco-libdeflate"', '"aco-deflate"'],
    'switch of composer.json' => ['composer.json', '"with-aco-libdeflate"', '"with-libdeflate"'],
    'switch without a value' => ['composer.json', '"needs-value": true', '"needs-value": false'],
    'switch of package.xml' => ['package.xml', 'name="with-aco-libdeflate"', 'name="with-libdeflate"'],
    'switch in the documents' => ['docs/install.md', '--with-aco-libdeflate', '--with-libdeflate'],
    'type of the package' => ['composer.json', '"php-ext",', '"library",'],
    'what PIE does not know' => ['composer.json', '"support-zts": true', '"supports-zts": true'],
    'priority that PIE does not take' => ['composer.json', '"priority": 80', '"priority": 100'],
    'name of the command\'s package' => ['composer.json', '"aco/aco-ext"', '"aco/cli"'],
    'license' => ['composer.json', '"MIT"', '"BSD"'],
];
foreach ($drifts as $name => [$file, $old, $new]) {
    fresh_copy($root, $copy);
    $text = file_get_contents("$copy/$file");
    str_contains($text, $old) || print("$name: $file does not hold $old\n");
    file_put_contents("$copy/$file", str_replace($old, $new, $text));
    [$code, $said] = run("$root/scripts/check-metadata", '--root=' . escapeshellarg($copy));
    $code === 1 && $said !== '' || print("$name: not seen ($code): $said\n");
}
// In this copy nearly all files are missing.
[$code, $said] = run("$root/scripts/package-xml", '--check --root=' . escapeshellarg($copy));
echo "package-xml: $code ", preg_match('~not in the tree: <file name="aco\.c" role="src"/>~', $said), "\n";

exec('rm -rf ' . escapeshellarg($copy));
?>
--EXPECT--
check-metadata: 0 
package-xml: 0 
package-xml: 1 1
