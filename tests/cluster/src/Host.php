<?php

declare(strict_types=1);

namespace Aco\Cluster;

use Aco\Bench\Process;

/** A host: a network namespace with an address, and a clock that differs from those of others. */
final class Host
{
    private const CLOCK_LIBRARIES = [
        '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib/*/faketime/libfaketimeMT.so.1',
    ];

    /** @param int $ahead seconds that its clock is ahead */
    public function __construct(
        public readonly string $name,
        public readonly string $address,
        public readonly int $ahead = 0,
    ) {
    }

    /** The library that gives a process another clock; "" when there is none. */
    public static function clockLibrary(): string
    {
        return array_merge(...array_map(static fn (string $path): array => glob($path) ?: [], self::CLOCK_LIBRARIES))[0]
            ?? '';
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $environment
     * @return list<string> what runs it on this host, as the same process
     */
    public function command(array $command, array $environment = []): array
    {
        if ($this->ahead !== 0) {
            $environment += [
                // With the C library's own allocator: another one may ask for the time before that is known.
                'LD_PRELOAD' => self::clockLibrary() . ':libc.so.6',
                'FAKETIME' => sprintf('%+ds', $this->ahead),
                'FAKETIME_DONT_FAKE_MONOTONIC' => '1',
                'FAKETIME_DISABLE_SHM' => '1',
            ];
        }

        $variables = array_map(
            static fn (string $name, string $value): string => "$name=$value",
            array_keys($environment),
            $environment,
        );

        return ['nsenter', "--net=/run/netns/$this->name", '--', 'env', ...$variables, ...$command];
    }

    /**
     * Starts a server of a store before all else that wants the processor, which it would have for itself: one that has
     * to wait for it for a second counts as dead.
     *
     * @param list<string> $command
     */
    public function serve(array $command): Process
    {
        return $this->start(['nice', '-n', '-10', ...$command]);
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $environment
     */
    public function start(array $command, array $environment = []): Process
    {
        return new Process($this->command($command, $environment));
    }
}
