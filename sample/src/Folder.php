<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * Writes a catalog to a folder. A file appears under its name only when it is complete.
 */
final class Folder
{
    private const FLAGS = JSON_UNESCAPED_SLASHES
        | JSON_UNESCAPED_UNICODE
        | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_PRESERVE_ZERO_FRACTION
        | JSON_THROW_ON_ERROR;

    public function __construct(private readonly string $path)
    {
        if (!is_dir($path) && !@mkdir($path, 0777, true) && !is_dir($path)) {
            throw new \RuntimeException("Cannot create the folder $path: " . self::reason());
        }
    }

    /**
     * @param iterable<array<string, mixed>> $items one JSON object a line
     * @return array{int, int} items and bytes
     */
    public function writeLines(string $name, iterable $items): array
    {
        $count = 0;
        $bytes = $this->write($name, static function () use ($items, &$count): \Generator {
            foreach ($items as $item) {
                $count++;
                yield json_encode($item, self::FLAGS) . "\n";
            }
        });

        return [$count, $bytes];
    }

    /**
     * @param array<string, mixed> $document
     * @return int bytes
     */
    public function writeDocument(string $name, array $document): int
    {
        return $this->write($name, static fn (): array => [
            json_encode($document, self::FLAGS | JSON_PRETTY_PRINT) . "\n",
        ]);
    }

    /**
     * @param callable(): iterable<string> $chunks
     */
    private function write(string $name, callable $chunks): int
    {
        $path = "$this->path/$name";
        $temporary = "$path.part";
        $file = @fopen($temporary, 'wb');
        if ($file === false) {
            throw new \RuntimeException("Cannot write to $temporary: " . self::reason());
        }

        // 17 digits, the default of some distributions, would print 0.1 as 0.10000000000000001.
        $precision = ini_set('serialize_precision', '-1');
        $isComplete = false;

        try {
            $bytes = 0;

            foreach ($chunks() as $chunk) {
                if (@fwrite($file, $chunk) !== strlen($chunk)) {
                    throw new \RuntimeException("Cannot write to $temporary: " . self::reason());
                }

                $bytes += strlen($chunk);
            }

            $isComplete = true;
        } finally {
            ini_set('serialize_precision', (string) $precision);
            // Some file systems report a full disk only when the file is closed.
            $isComplete = @fclose($file) && $isComplete;
            if (!$isComplete) {
                @unlink($temporary);
            }
        }

        if (!$isComplete || !@rename($temporary, $path)) {
            throw new \RuntimeException("Cannot write $path: " . self::reason());
        }

        return $bytes;
    }

    private static function reason(): string
    {
        return preg_replace('/^.*?: /', '', error_get_last()['message'] ?? '') ?: 'unknown reason';
    }
}
