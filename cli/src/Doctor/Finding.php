<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

/** What was looked at, and what was found: one sentence, with what to do when something is wrong. */
final class Finding
{
    private function __construct(
        public readonly string $check,
        public readonly Level $level,
        public readonly string $sentence,
    ) {
    }

    public static function ok(string $check, string $sentence): self
    {
        return new self($check, Level::Ok, $sentence);
    }

    public static function warning(string $check, string $sentence): self
    {
        return new self($check, Level::Warning, $sentence);
    }

    public static function critical(string $check, string $sentence): self
    {
        return new self($check, Level::Critical, $sentence);
    }

    /** @return array<string, string> */
    public function data(): array
    {
        return ['check' => $this->check, 'level' => $this->level->value, 'message' => $this->sentence];
    }
}
