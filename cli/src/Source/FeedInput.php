<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

use Aco\Cli\CommandFailure;
use Aco\ItemReader;
use Aco\Mapper;

/** The input of a feed: a file, standard input, or items that were made. */
final class FeedInput
{
    private ?ItemReader $reader = null;

    private function __construct(
        private readonly string $name,
        private readonly ?string $path,
        private readonly ?string $text,
    ) {
    }

    public static function file(string $path): self
    {
        if (is_dir($path) || !is_readable($path)) {
            throw new CommandFailure("$path cannot be read.");
        }

        return new self(basename($path), $path, null);
    }

    public static function standardInput(): self
    {
        return new self('standard input', null, null);
    }

    public static function text(string $name, string $text): self
    {
        return new self($name, null, $text);
    }

    public function name(): string
    {
        return $this->name;
    }

    /**
     * Reads from the start; null when that was done and cannot be done again.
     *
     * @throws \Aco\Exception\ReadException
     */
    public function open(Mapper $mapper, int $chunkItems): ?ItemReader
    {
        if ($this->text !== null) {
            $stream = fopen('php://memory', 'w+b');
            fwrite($stream, $this->text);
            rewind($stream);

            return $this->reader = new ItemReader($mapper, $stream, $chunkItems, $this->name);
        }

        if ($this->reader !== null) {
            return $this->reader = $this->reader->reopen();
        }

        return $this->reader = new ItemReader($mapper, $this->path ?? STDIN, $chunkItems, $this->name);
    }

    /** Bytes; null when not known. */
    public function size(): ?int
    {
        return match (true) {
            $this->text !== null => strlen($this->text),
            $this->path !== null && is_file($this->path) => (int) filesize($this->path),
            default => null,
        };
    }

    /** Bytes read so far. */
    public function consumed(): int
    {
        return $this->reader?->consumed() ?? 0;
    }
}
