--TEST--
A lease: when a contender takes its holder for dead, for alive, or cannot tell
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\LeaseWatch;

/** @param list<array{float, string}> $looks time and what was seen then */
function told(array $looks): string
{
    $watch = new LeaseWatch();

    return implode(' ', array_map(
        static fn (array $look): string => match ($watch->look($look[1], $look[0])) {
            true => 'alive',
            false => 'dead',
            null => '?',
        },
        $looks,
    ));
}

$steady = static fn (int $seconds): array => array_map(static fn (int $i): array => [$i, '1.1'], range(0, $seconds));
$cases = [
    'renewed at the second look' => [[0, '1.1'], [0.25, '1.1'], [3, '1.2']],
    'changed hands' => [[0, '1.1'], [1, '2.0']],
    'silent' => $steady(20),
    'renewed at the last moment' => [...$steady(19), [19.5, '1.2'], [20.5, '1.2']],
    'the contender was frozen for a minute' => [[0, '1.1'], [60, '1.1'], [60.25, '1.1'], [60.5, '1.2']],
    'a clock far ahead' => [[1e9, '1.1'], [1e9 + 1, '1.1'], [1e9 + 2, '1.2']],
];
foreach ($cases as $name => $looks) {
    echo "$name: ", told($looks), "\n";
}
?>
--EXPECT--
renewed at the second look: ? ? alive
changed hands: ? alive
silent: ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? dead
renewed at the last moment: ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? alive ?
the contender was frozen for a minute: ? ? ? alive
a clock far ahead: ? ? alive
