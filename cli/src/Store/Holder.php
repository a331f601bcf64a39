<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\Workspace;

/** A process that holds a lease: how it is named to people, and whether another one on its host can see it die. */
final class Holder
{
    private const NO_SUCH_PROCESS = 3;
    private const ZOMBIE = 'Z';
    private const STATE_FIELD = 0;
    private const START_FIELD = 19;
    private const MAX_NODE_LENGTH = 100;

    /** @param string $process place, number and start of the process, "" when the host does not tell them */
    public function __construct(
        public readonly string $token,
        public readonly string $node,
        public readonly int $pid,
        public readonly string $process,
    ) {
    }

    public static function current(): self
    {
        $pid = (int) getmypid();
        $place = self::place();
        $start = self::fields($pid)[self::START_FIELD] ?? '';

        return new self(
            bin2hex(random_bytes(16)),
            self::node(),
            $pid,
            $place === '' || $start === '' ? '' : "$place $pid $start",
        );
    }

    /** The name of this node. */
    public static function node(): string
    {
        return substr(Workspace::environment('ACO_NODE') ?? (string) gethostname(), 0, self::MAX_NODE_LENGTH);
    }

    public function label(): string
    {
        return "process $this->pid on $this->node";
    }

    /** Whether it is known to be alive (true) or dead (false), as only its own host can tell. */
    public function lives(): ?bool
    {
        if ($this->process === '' || !str_starts_with($this->process, self::place() . ' ')) {
            return null;
        }

        if (function_exists('posix_kill') && !posix_kill($this->pid, 0)) {
            return posix_get_last_error() === self::NO_SUCH_PROCESS ? false : null;
        }

        $fields = self::fields($this->pid);
        if ($fields === []) {
            return null;
        }

        $isSame = str_ends_with($this->process, " $this->pid {$fields[self::START_FIELD]}");

        return match (true) {
            !$isSame || $fields[self::STATE_FIELD] === self::ZOMBIE => false,
            // One that is stopped is heard of again, or not.
            in_array($fields[self::STATE_FIELD], ['R', 'S', 'D'], true) => true,
            default => null,
        };
    }

    /** The boot, the namespace of process numbers and the node: where a process number means something. */
    private static function place(): string
    {
        $boot = @file_get_contents('/proc/sys/kernel/random/boot_id');
        $namespace = @readlink('/proc/self/ns/pid');

        return $boot === false || $namespace === false
            ? ''
            : substr(hash('sha256', "$boot\n$namespace\n" . self::node()), 0, 16);
    }

    /** @return list<string> what the kernel tells about a process, from its state on */
    private static function fields(int $pid): array
    {
        $line = (string) @file_get_contents("/proc/$pid/stat");
        $end = strrpos($line, ') ');

        return $end === false ? [] : explode(' ', substr($line, $end + 2));
    }
}
