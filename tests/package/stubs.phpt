--TEST--
ide/: the package of stubs tells PHPStan, at its highest level, and Psalm of everything in the examples of docs/api.md
--SKIPIF--
<?php
require __DIR__ . '/../docs/markdown.inc';
echo match (true) {
    !is_file(DOCS_ROOT . '/ide/composer.json') => 'skip this is no checkout',
    !is_file(DOCS_ROOT . '/var/phpstan/vendor/bin/phpstan') => 'skip scripts/phpstan has not fetched PHPStan yet',
    default => '',
};
?>
--FILE--
<?php
require __DIR__ . '/../docs/markdown.inc';
require __DIR__ . '/../cli/cli.inc';

$folder = scratch();
$package = json_decode(file_get_contents(DOCS_ROOT . '/ide/composer.json'), true, 8, JSON_THROW_ON_ERROR);

// The scripts of the page, as a reader would save them.
$scripts = 0;
foreach ((new Page('docs/api.md'))->blocks as $block) {
    if ($block->language === 'php') {
        $scripts += str_starts_with($block->text, '<?php') ? 1 : 0;
        is_dir("$folder/src") || mkdir("$folder/src");
        file_put_contents("$folder/src/example$scripts.php", $block->text, FILE_APPEND);
    }
}
file_put_contents(
    "$folder/src/wrong.php",
    "<?php\necho (new Aco\\Mapper(Aco\\Feed::Prices))->map('TEE-01')->hash;\nAco\\Feed::nothing();\n",
);

/** What PHPStan says of the examples, with what its installer of extensions would include. @return list<string> */
function analyse(string $folder, array $includes, string $options): array
{
    $root = (string) realpath(DOCS_ROOT);
    file_put_contents("$folder/phpstan.json", json_encode([
        'includes' => array_map(static fn (string $file): string => "$root/ide/$file", $includes),
        'parameters' => [
            'level' => 'max', 'paths' => ["$folder/src"], 'tmpDir' => "$folder/cache",
            'scanFiles' => ["$root/tests/docs/commerce.inc"],
        ],
    ]));
    copy("$folder/phpstan.json", "$folder/phpstan.neon");
    exec(escapeshellarg((string) getenv('TEST_PHP_EXECUTABLE')) . " $options -d memory_limit=1G "
        . "$root/var/phpstan/vendor/bin/phpstan analyse --no-progress --error-format=raw -c $folder/phpstan.neon 2>&1", $lines);

    return str_replace("$folder/src/", '', preg_grep('/^(Note|$)/', $lines, PREG_GREP_INVERT));
}

echo implode("\n", analyse($folder, $package['extra']['phpstan']['includes'], '')), "\n";
$module = realpath(DOCS_ROOT . '/modules/aco.so');
$loaded = $module === false ? '' : "-d extension=$module";
echo 'the same where the extension is loaded: ', count(analyse($folder, $package['extra']['phpstan']['includes'], $loaded)), "\n";
echo 'without the package: ', count(analyse($folder, [], '')) > 20 ? 'nothing is known' : 'known all the same', "\n";

// Psalm's own classes, as far as a plugin needs them.
eval('namespace Psalm\Plugin; interface PluginEntryPointInterface {} interface RegistrationInterface {}');
require DOCS_ROOT . '/ide/PsalmPlugin.php';
$registration = new class implements Psalm\Plugin\RegistrationInterface {
    public function addStubFile(string $file): void
    {
        echo 'Psalm reads ', basename($file), is_file($file) ? '' : ', which is not there', "\n";
    }
};
(new $package['extra']['psalm']['pluginClass']())($registration);
?>
--EXPECT--
wrong.php:2:Cannot access property $hash on Aco\Document|null.
wrong.php:2:Parameter #1 $item of method Aco\Mapper::map() expects array<string, mixed>, string given.
wrong.php:3:Call to an undefined static method Aco\Feed::nothing().
the same where the extension is loaded: 3
without the package: nothing is known
Psalm reads aco.php
