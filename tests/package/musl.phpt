--TEST--
src/core compiles against musl, as in the images on Alpine, with warnings being errors; so does what knows PHP
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../src/sources.txt')) {
    die('skip this is no checkout');
}
if (trim((string) shell_exec('command -v musl-gcc')) === '') {
    die('skip musl-gcc is missing (Debian: musl-tools)');
}
if (trim((string) shell_exec('command -v php-config')) === '') {
    die('skip php-config is missing (Debian: php-dev)');
}
?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';

// The headers of libraries alone, without those of the other libc beside them.
$headers = scratch();
$include = ['/usr/include', '/usr/include/' . trim((string) shell_exec('gcc -print-multiarch'))];
foreach (['curl', 'json-c', 'openssl', 'zlib.h', 'zconf.h', 'libdeflate.h', 'linux', 'asm', 'asm-generic'] as $name) {
    foreach (array_filter($include, static fn (string $folder): bool => file_exists("$folder/$name")) as $folder) {
        if (is_dir("$folder/$name")) {
            is_dir("$headers/$name") || mkdir("$headers/$name");
            exec("ln -s $folder/$name/* $headers/$name/");
        } else {
            symlink("$folder/$name", "$headers/$name");
        }
    }
}

$core = preg_grep('~^src/core/.*\.c$~', file(ROOT . '/src/sources.txt', FILE_IGNORE_NEW_LINES));
// PHP's headers, which are those of the other libc here, take their time.
$php = ['aco.c', 'src/map/value.c', 'src/php/client.c'];
chdir(ROOT);
$musl = 'musl-gcc -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Wno-unused-parameter -fsyntax-only -I. -Isrc';
foreach ([[$core, '-Werror'], [$php, '-w ' . trim((string) shell_exec('php-config --includes'))]] as [$files, $flags]) {
    exec("$musl $flags -isystem $headers " . implode(' ', $files) . ' 2>&1', $lines, $code);
    check($files === [] ? 'no files' : 'compiles', $code === 0, array_slice($lines, 0, 5));
}
?>
--EXPECT--
compiles: yes
compiles: yes
