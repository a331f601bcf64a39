--TEST--
A model of lease, take-over and fencing: three nodes of which two die and all may freeze; no two write, no item is forgotten
--SKIPIF--
<?php
foreach (['spin' => 'Debian: spin', 'cc' => 'Debian: gcc'] as $tool => $package) {
    exec("command -v $tool", $lines, $code);
    if ($code !== 0) {
        die("skip $tool is missing ($package)");
    }
}
?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';

/** Checks every state of the model, and says what was found. */
function explored(string $folder, string $define, string $compile, string $options): string
{
    chdir($folder);
    exec("spin $define -a lease.pml 2>&1 && cc -O1 $compile -o pan pan.c 2>&1 && ./pan -m100000 $options 2>&1", $lines);
    $text = implode("\n", $lines);
    $isWhole = !str_contains($text, 'Search not completed') || str_contains($text, 'violated');

    return preg_match('/errors: (\d+)/', $text, $errors) === 1 && $isWhole
        ? "errors: $errors[1]" . (preg_match('/(assertion violated .*?|invalid end state|acceptance cycle) \(at/', $text, $what)
            === 1 ? ", $what[1]" : '')
        : $text;
}

$folder = scratch();
copy(__DIR__ . '/lease.pml', "$folder/lease.pml");
echo 'safe, and never stuck: ', explored($folder, '', '-DNOCLAIM', ''), "\n";
echo 'every item is delivered: ', explored($folder, '', '-DNFAIR=4', '-a -f'), "\n";
echo 'without the fencing number: ', explored($folder, '-DUNFENCED', '-DNOCLAIM', ''), "\n";
?>
--EXPECT--
safe, and never stuck: errors: 0
every item is delivered: errors: 0
without the fencing number: errors: 1, assertion violated ((owner==me)&&(fence==mine))
