<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

/**
 * What does not agree.
 */
final class Findings
{
    private const MAX = 50;

    /** @var list<string> the first of them */
    public array $texts = [];

    public int $count = 0;

    public function add(string $text): void
    {
        $this->count++;
        if ($this->count <= self::MAX) {
            $this->texts[] = $text;
        }
    }

    public function unless(bool $ok, string $text): void
    {
        if (!$ok) {
            $this->add($text);
        }
    }
}
