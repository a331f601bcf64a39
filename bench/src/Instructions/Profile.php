<?php

declare(strict_types=1);

namespace Aco\Bench\Instructions;

/**
 * What callgrind has counted: a file that it writes without compressed names and positions.
 */
final class Profile
{
    /**
     * @var array<string, array<string, int>> by object file, then by source file and function: "buf.c:aco_buf_append"
     */
    private array $own = [];

    /** @var array<string, int> by function, with what it calls */
    private array $inclusive = [];

    public readonly int $total;

    public function __construct(string $path)
    {
        $lines = @file($path, FILE_IGNORE_NEW_LINES);
        if ($lines === false) {
            throw new \RuntimeException("callgrind has written no $path");
        }

        $object = $file = $function = '';
        $isCall = false;
        $total = 0;

        foreach ($lines as $line) {
            if (preg_match('/^(ob|fl|fi|fe|fn|calls)=(.*)/', $line, $found) === 1) {
                match ($found[1]) {
                    'ob' => $object = basename($found[2]),
                    'fl', 'fi', 'fe' => $file = basename($found[2]),
                    // The second and further levels of a recursion have names of their own.
                    'fn' => $function = preg_replace("/'\\d+$/", '', $found[2]),
                    'calls' => $isCall = true,
                };
            } elseif (preg_match('/^\d+ (\d+)$/', $line, $found) === 1) {
                $cost = (int) $found[1];
                $this->inclusive[$function] = ($this->inclusive[$function] ?? 0) + $cost;

                if (!$isCall) {
                    $total += $cost;
                    $this->own[$object]["$file:$function"] = ($this->own[$object]["$file:$function"] ?? 0) + $cost;
                }

                $isCall = false;
            }
        }

        $this->total = $total;
    }

    /** Instructions of a function and of all that it calls. Of a recursive one they count more than once. */
    public function of(string $function): int
    {
        return $this->inclusive[$function] ?? 0;
    }

    public function has(string $function): bool
    {
        return isset($this->inclusive[$function]);
    }

    /** Instructions in an object file itself, of the sources whose names match, without what they call. */
    public function within(string $object, string $sources = '//'): int
    {
        $sum = 0;
        foreach ($this->own as $name => $costs) {
            if (preg_match($object, $name) === 1) {
                foreach ($costs as $source => $cost) {
                    $sum += preg_match($sources, $source) === 1 ? $cost : 0;
                }
            }
        }

        return $sum;
    }
}
