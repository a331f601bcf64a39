<?php

declare(strict_types=1);

namespace Aco\Tests\Mutants;

/** A source with one token changed. */
final class Mutant
{
    public function __construct(
        public readonly string $file,
        public readonly int $line,
        private readonly int $offset,
        private readonly string $from,
        private readonly string $to,
    ) {
    }

    public function apply(string $source): string
    {
        return substr_replace($source, $this->to, $this->offset, strlen($this->from));
    }

    public function describe(string $source): string
    {
        $text = trim(explode("\n", $source)[$this->line - 1]);
        $change = $this->to === '' ? "without `$this->from`" : "`$this->from` as `$this->to`";
        return "$this->file:$this->line $change: $text";
    }
}
