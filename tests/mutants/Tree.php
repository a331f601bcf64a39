<?php

declare(strict_types=1);

namespace Aco\Tests\Mutants;

use RuntimeException;

/** A copy of the sources in which mutants are built and tested. */
final class Tree
{
    /** Tests that belong to sources, by the start of a path; the first start that fits counts. */
    private const FOLDERS = [
        'src/map/order' => ['tests/experience'],
        'src/map/sales_documents' => ['tests/experience'],
        'src/map/assets' => ['tests/assets'],
        'src/map/' => ['tests/map'],
        'src/core/base/' => ['tests/map', 'tests/client'],
        'src/core/shared/' => ['tests/client'],
        'src/core/net/' => ['tests/transport', 'tests/client'],
        'src/core/services/edge' => ['tests/experience'],
        'src/core/services/jwt' => ['tests/assets'],
        'src/core/services/matches' => ['tests/assets'],
        'src/core/services/media' => ['tests/assets'],
        'src/core/services/oauth1' => ['tests/assets'],
        'src/core/services/registry' => ['tests/assets'],
        'src/core/services/' => ['tests/client', 'tests/transport'],
        'src/core/' => ['tests/client', 'tests/transport', 'tests/experience', 'tests/assets'],
        'src/php/assets/' => ['tests/assets'],
        'src/php/collect/' => ['tests/commerce'],
        'src/php/experience/' => ['tests/experience'],
        '' => ['tests/client', 'tests/lifecycle', 'tests/transport', 'tests/map'],
    ];

    /** So many tests run before it is looked whether one of them failed. */
    private const CHUNK = 10;

    /** @var array<string, list<string>> tests that pass without a change, by folder */
    private array $passing = [];

    public function __construct(private readonly string $root, private readonly string $folder)
    {
    }

    /** Copies the sources that are newer than the copy, and builds them. */
    public function prepare(): void
    {
        if (!is_dir($this->folder) && !mkdir($this->folder, 0777, true)) {
            throw new RuntimeException("cannot make the folder $this->folder");
        }

        $copy = sprintf(
            'cd %s && git ls-files -z | xargs -0 cp -pu --parents -t %s',
            escapeshellarg($this->root),
            escapeshellarg($this->folder),
        );
        $build = 'test -f Makefile || { phpize && CFLAGS="-O0 -g" ./configure; }';
        if (!$this->run($copy, 600) || !$this->run("{ $build; } && make -s", 3600)) {
            throw new RuntimeException('the sources do not build: see ' . $this->log());
        }
    }

    /** Runs the tests of a source without a change, so that only what a change breaks counts. */
    public function learn(string $file): void
    {
        foreach ($this->folders($file) as $tests) {
            $this->passing[$tests] ??= array_keys($this->results([$tests]), true, true);
        }
    }

    public function read(string $file): string
    {
        return (string) file_get_contents("$this->folder/$file");
    }

    public function write(string $file, string $source): void
    {
        file_put_contents("$this->folder/$file", $source);
    }

    public function builds(): bool
    {
        return $this->run('make -s', 600);
    }

    /** The test that fails, or null when all pass. */
    public function failing(string $file): ?string
    {
        foreach ($this->unitTests($file) as $test) {
            $program = "bin/gcc-plain/$test";
            $make = "make -C tests/core -s SANITIZE= CC=gcc CFLAGS=-O0 $program";
            if (!$this->run("$make && cd tests/core && $program", 600)) {
                return $test;
            }
        }

        foreach ($this->folders($file) as $tests) {
            foreach (array_chunk($this->passing[$tests], self::CHUNK) as $chunk) {
                $failed = array_keys($this->results($chunk), false, true);
                if ($failed) {
                    // First the next time: it is likely to notice the next change as well.
                    $others = array_diff($this->passing[$tests], $failed);
                    $this->passing[$tests] = [...$failed, ...$others];

                    return $failed[0];
                }
            }
        }

        return null;
    }

    /** @return list<string> */
    private function unitTests(string $file): array
    {
        if (!str_starts_with($file, 'src/core/')) {
            return [];
        }

        $name = basename($file, '.c');
        if ($name === 'gzip') {
            return ['test_gzip_zlib'];
        }

        $tests = array_diff($this->testsOf([substr($file, 0, -2)]), ['test_gzip']);
        usort($tests, static fn (string $a, string $b): int => ($b === "test_$name") <=> ($a === "test_$name"));
        return $tests;
    }

    /**
     * The tests that include a header of the modules, else those of the modules that do.
     *
     * @param non-empty-list<string> $modules their paths without an ending
     * @param list<string> $known modules that have no test of their own
     * @return list<string>
     */
    private function testsOf(array $modules, array $known = []): array
    {
        $tests = [];
        foreach ($this->including('tests/core/test_*.c', $modules) as $path) {
            $tests[] = basename($path, '.c');
        }

        foreach ($modules as $module) {
            $test = 'test_' . basename($module);
            if (is_file("$this->folder/tests/core/$test.c")) {
                $tests[] = $test;
            }
        }
        if ($tests !== []) {
            return array_values(array_unique($tests));
        }

        $known = [...$known, ...$modules];
        $users = array_map(
            static fn (string $path): string => substr($path, 0, -2),
            $this->including('src/core/*/*.[ch]', $modules),
        );
        $users = array_values(array_diff(array_unique($users), $known));
        return $users === [] ? [] : $this->testsOf($users, $known);
    }

    /**
     * @param list<string> $modules
     * @return list<string> the files that include a header of them
     */
    private function including(string $pattern, array $modules): array
    {
        $found = [];
        foreach (glob("$this->folder/$pattern") ?: [] as $path) {
            $code = (string) file_get_contents($path);
            foreach ($modules as $module) {
                if (str_contains($code, "\"$module.h\"")) {
                    $found[] = substr($path, strlen($this->folder) + 1);
                    break;
                }
            }
        }
        return $found;
    }

    /** @return list<string> */
    private function folders(string $file): array
    {
        foreach (self::FOLDERS as $start => $folders) {
            if (str_starts_with($file, $start)) {
                return $folders;
            }
        }
        return [];
    }

    /**
     * @param list<string> $tests
     * @return array<string, bool> whether it passed, by test; without those that were skipped
     */
    private function results(array $tests): array
    {
        $list = "$this->folder/results.txt";
        @unlink($list);
        $this->run(sprintf(
            'TEST_PHP_EXECUTABLE=%s NO_INTERACTION=1 %s run-tests.php -q -j2 --no-color --no-progress -W %s -d extension=%s %s',
            escapeshellarg(PHP_BINARY),
            escapeshellarg(PHP_BINARY),
            escapeshellarg($list),
            escapeshellarg("$this->folder/modules/aco.so"),
            implode(' ', array_map('escapeshellarg', $tests)),
        ), 1800);

        $results = [];
        foreach (@file($list, FILE_IGNORE_NEW_LINES) ?: [] as $line) {
            [$state, $test] = explode("\t", $line, 2);
            if ($state !== 'SKIPPED') {
                $results[$test] = $state === 'PASSED';
            }
        }

        return $results ?: array_fill_keys($tests, false);
    }

    /** Whether the shell command succeeds in the time. */
    private function run(string $command, int $seconds): bool
    {
        $limited = sprintf(
            'cd %s && timeout -k 5 %d sh -c %s >%s 2>&1',
            escapeshellarg($this->folder),
            $seconds,
            escapeshellarg($command),
            escapeshellarg($this->log()),
        );
        exec($limited, result_code: $code);
        return $code === 0;
    }

    private function log(): string
    {
        return "$this->folder/last.log";
    }
}
