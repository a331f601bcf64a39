--TEST--
Sample catalog: sample/generate.php writes the folder, and says why when it cannot
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/sample.inc';

$folder = temporaryFolder();
[$code, $out, $err] = generate([$folder, '--products', '40']);
echo $code, "\n", $out, $err;
foreach (glob("$folder/*") as $file) {
    echo basename($file), ' ', count(file($file)), "\n";
}
array_map('unlink', glob("$folder/*"));
echo generate([$folder, '--feed=prices', '--feed', 'priceBooks', '--products=1'])[1];
echo implode(' ', array_map('basename', glob("$folder/*"))), "\n\n";

foreach ([[], [$folder, '--products', 'many'], [$folder, '--feed', 'orders'], [$folder, '--colour']] as $arguments) {
    [$code, , $err] = generate($arguments);
    echo $code, ' ', strtok($err, "\n"), "\n";
}
[$code, , $err] = generate([__FILE__]);
echo $code, ' ', str_replace(__FILE__, 'FILE', $err);
if (PHP_OS_FAMILY === 'Linux') {
    symlink('/dev/full', "$folder/categories.jsonl.part");
    [$code, , $err] = generate([$folder, '--feed', 'categories']);
    echo $code, ' ', preg_match('~^Cannot write to .*categories\.jsonl\.part: .*No space left on device~', $err), ' ',
        file_exists("$folder/categories.jsonl") ? 'written' : 'not written', "\n";
} else {
    echo "1 1 not written\n";
}
?>
--EXPECT--
0
products.jsonl                 118 items       371542 bytes
productAttributes.jsonl        135 items        79119 bytes
categories.jsonl               165 items       121633 bytes
prices.jsonl                   192 items        57714 bytes
priceBooks.jsonl                10 items         1723 bytes
scopes.json                                      2926 bytes
categories.jsonl 165
priceBooks.jsonl 10
prices.jsonl 192
productAttributes.jsonl 135
products.jsonl 118
scopes.json 82
prices.jsonl                    10 items         2468 bytes
priceBooks.jsonl                10 items         1723 bytes
priceBooks.jsonl prices.jsonl

2 Which folder?
2 --products takes a number from 1, not many
2 There is no feed orders
2 Unknown option --colour
1 Cannot create the folder FILE: File exists
1 1 not written
