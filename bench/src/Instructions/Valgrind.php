<?php

declare(strict_types=1);

namespace Aco\Bench\Instructions;

use Aco\Bench\CannotRun;
use Aco\Bench\Program;
use Aco\Bench\TemporaryFolder;

/**
 * Runs PHP below callgrind.
 */
final class Valgrind
{
    private const ROOT = __DIR__ . '/../../..';
    public const MODULE = self::ROOT . '/modules/aco.so';

    private readonly string $valgrind;

    private int $runs = 0;

    public function __construct(private readonly TemporaryFolder $folder)
    {
        $this->valgrind = Program::find('valgrind', 'it counts the instructions');
        if (!is_file(self::MODULE)) {
            throw new CannotRun('modules/aco.so is missing; build it first: phpize && ./configure && make');
        }
    }

    /**
     * @param list<string> $php settings of PHP, the script and its arguments
     * @param list<string> $options of callgrind
     * @param ?array<string, string> $env null: that of this process
     * @return list<Profile> one for each time that callgrind has written down its counts
     */
    public function run(array $php, array $options = [], ?array $env = null): array
    {
        $out = "{$this->folder->path}/callgrind." . $this->runs++;
        $errors = "$out.err";
        $process = proc_open(
            [
                $this->valgrind, '--tool=callgrind', "--callgrind-out-file=$out", '--compress-strings=no',
                '--compress-pos=no',
                ...$options, PHP_BINARY, ...$php,
            ],
            [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', $errors, 'w']],
            $pipes,
            null,
            // What is bound when it is called first would count there.
            ['LD_BIND_NOW' => '1'] + ($env ?? getenv()),
        );
        $code = $process === false ? -1 : proc_close($process);
        if ($code !== 0) {
            throw new \RuntimeException("valgrind ended with exit code $code. " . trim(
                substr((string) @file_get_contents($errors), -2000),
            ));
        }

        // The last part has no number.
        $parts = glob("$out.[0-9]*") ?: [];
        natsort($parts);

        return array_map(static fn (string $part): Profile => new Profile($part), [...array_values($parts), $out]);
    }
}
