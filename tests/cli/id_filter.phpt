--TEST--
The filter of ids: it never calls an id new that it has, and seldom knows too little; its memory does not grow
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\IdFile;
use Aco\Cli\Store\IdFilter;

$folder = scratch();
$id = static fn (int $i): string => sha1("SKU-$i\0default");
/** @return int how many of them are surely new */
function add(IdFilter $filter, iterable $numbers): int
{
    $new = 0;
    foreach ($numbers as $number) {
        $new += (int) $filter->add($GLOBALS['id']($number));
    }

    return $new;
}

$filter = new IdFilter($folder);
$taken = 300000 - add($filter, range(1, 300000));
check('new ones', $taken < 10, $taken);
$new = add($filter, range(1, 300000, 7));
check('none is new a second time', $new === 0, $new);
check('of any form', $filter->add('') && !$filter->add('') && $filter->add("\0") && $filter->add(str_repeat('x', 70)));

// A million are in memory, the others in a file without a name.
$before = memory_get_usage();
$count = static fn (int $first, int $last): Generator => (static function () use ($first, $last) {
    for ($i = $first; $i <= $last; $i++) {
        yield $i;
    }
})();
$taken = 1000000 - add($filter, $count(300001, 1300000));
check('new ones in the file', $taken < 60, $taken);
$new = add($filter, range(1, 1300000, 13));
check('none of them is new a second time', $new === 0, $new);
check('memory', memory_get_usage() - $before < 65536, memory_get_usage() - $before);
check('no file is left', scandir($folder) === ['.', '..'], scandir($folder));
check('room for more', !$filter->hasFailed());

// Where no file can be made, nothing is called new that might not be, not even when one could be made later.
$filter = new IdFilter("$folder/missing");
(new ReflectionProperty($filter, 'count'))->setValue($filter, 1 << 20);
check('without a file', add($filter, range(1, 100)) === 0 && $filter->hasFailed());
mkdir("$folder/missing");
check('with one too late', add($filter, range(1, 200)) === 0 && $filter->hasFailed());

/** A file on a disk that becomes full. */
final class FullDisk
{
    public static int $writes = PHP_INT_MAX;
    public static int $reads = PHP_INT_MAX;
    public $context;
    private $file;

    public function stream_open(): bool
    {
        return (bool) $this->file = tmpfile();
    }

    public function stream_truncate(int $size): bool
    {
        return self::$writes > 0 && ftruncate($this->file, $size);
    }

    public function stream_seek(int $offset): bool
    {
        return fseek($this->file, $offset) === 0;
    }

    public function stream_tell(): int
    {
        return ftell($this->file);
    }

    public function stream_eof(): bool
    {
        return false;
    }

    public function stream_read(int $count): string|false
    {
        return self::$reads-- > 0 ? fread($this->file, $count) : false;
    }

    public function stream_write(string $bytes): int
    {
        return (int) fwrite($this->file, match (self::$writes-- <=> 0) {
            1 => $bytes,
            0 => substr($bytes, 0, 5),
            -1 => '',
        });
    }

    public function stream_set_option(): bool
    {
        return false;
    }
}

stream_wrapper_register('full', FullDisk::class);
$numbers = static fn (int $i): array => array_values(unpack('V5', sha1((string) $i, true)));
foreach (['writes', 'reads'] as $what) {
    FullDisk::${$what} = 100;
    $file = new IdFile(fopen('full://disk', 'r+b'));
    $new = 0;
    while ($new < 1000 && $file->add($numbers($new))) {
        $new++;
    }
    check("$what: new until it fails", $new === 100 && $file->hasFailed(), $new);
    FullDisk::${$what} = PHP_INT_MAX;
    $again = array_filter(range(0, 99), static fn (int $i): bool => $file->add($numbers($i)));
    check("$what: those before are known", $again === [] && $file->hasFailed());
}

FullDisk::$writes = 0;
check('no room for a file', (new IdFile(fopen('full://disk', 'r+b')))->hasFailed());
?>
--EXPECT--
new ones: yes
none is new a second time: yes
of any form: yes
new ones in the file: yes
none of them is new a second time: yes
memory: yes
no file is left: yes
room for more: yes
without a file: yes
with one too late: yes
writes: new until it fails: yes
writes: those before are known: yes
reads: new until it fails: yes
reads: those before are known: yes
no room for a file: yes
