<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;
use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;

/**
 * How far an import has come: in `core_config_data`, so that it changes in one transaction with what is taken in; and
 * in a file, which assets there were. The file is on disk before the row says how much of it counts.
 */
final class ImportState
{
    private const PATH = 'aco_exporter/assets_import/state';
    private const FILE = 'assets-import.ids';
    private const READ_BYTES = 1 << 16;

    public ?ImportMode $mode = null;
    public string $cursor = '';
    public float $startedAt = 0.0;
    public string $url = '';
    /** When an import was complete for the first time; 0: never. */
    public int $importedAt = 0;
    /** @var array<string, mixed> */
    public array $counts = [];
    private int $bytes = 0;
    /** @var ?resource */
    private $handle = null;

    public function __construct(private readonly Database $database, private readonly string $stateDir)
    {
        $json = $database->read(fn (): mixed => $database->value(
            "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::PATH],
        ));
        $stored = is_string($json) ? json_decode($json, true) : null;

        if (is_array($stored)) {
            $this->mode = ImportMode::tryFrom((string) ($stored['mode'] ?? ''));
            $this->cursor = (string) ($stored['cursor'] ?? '');
            $this->startedAt = (float) ($stored['startedAt'] ?? 0);
            $this->url = (string) ($stored['url'] ?? '');
            $this->importedAt = (int) ($stored['importedAt'] ?? 0);
            $this->counts = is_array($stored['counts'] ?? null) ? $stored['counts'] : [];
            $this->bytes = (int) ($stored['bytes'] ?? 0);
        }
    }

    /** Whether one was begun and not ended, and can go on here: another host does not have the file. */
    public function canResume(ImportMode $mode, string $url): bool
    {
        return $this->mode === $mode && $this->url === $url && $this->cursor !== ''
            && is_file($this->path()) && filesize($this->path()) >= $this->bytes;
    }

    public function begin(ImportMode $mode, string $url): void
    {
        $this->mode = $mode;
        $this->url = $url;
        $this->cursor = '';
        $this->startedAt = microtime(true);
        $this->counts = [];
        $this->bytes = 0;
    }

    /**
     * Notes that AEM has these assets; on disk when it returns.
     *
     * @param list<string> $assetIds
     */
    public function saw(array $assetIds): void
    {
        $handle = $this->handle();
        $lines = implode('', array_map(static fn (string $id): string => hash('sha256', $id, true), $assetIds));

        // After its first fsync() PHP writes through a buffer, of whose failures only fflush() tells.
        $isWritten = fseek($handle, $this->bytes) === 0 && @fwrite($handle, $lines) === strlen($lines)
            && @fflush($handle) && @fsync($handle);

        if (!$isWritten) {
            throw new CommandFailure("{$this->path()} cannot be written: check the folder and the disk.");
        }

        $this->bytes += strlen($lines);
    }

    /** @return array<string, true> hashes of the assets that AEM has */
    public function seen(): array
    {
        $seen = [];
        $handle = $this->handle();
        rewind($handle);

        for ($left = $this->bytes; $left > 0; $left -= strlen($block)) {
            $block = (string) fread($handle, min($left, self::READ_BYTES));

            if ($block === '') {
                throw new CommandFailure("{$this->path()} cannot be read: run assets:import --restart.");
            }

            $seen += array_fill_keys(str_split($block, 32), true);
        }

        return $seen;
    }

    public static function hash(string $assetId): string
    {
        return hash('sha256', $assetId, true);
    }

    /** In the transaction of the caller. */
    public function write(): void
    {
        (new ConfigRows($this->database))->put(self::PATH, json_encode([
            'mode' => $this->mode?->value, 'cursor' => $this->cursor, 'startedAt' => $this->startedAt,
            'url' => $this->url, 'importedAt' => $this->importedAt, 'bytes' => $this->bytes,
            'counts' => $this->counts,
        ], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE));
    }

    /** In the transaction of the caller: the next one begins anew. */
    public function end(): void
    {
        $this->importedAt = $this->importedAt ?: time();
        $this->mode = null;
        $this->cursor = '';
        $this->write();
    }

    public function close(): void
    {
        if ($this->handle !== null) {
            fclose($this->handle);
            $this->handle = null;
        }

        @unlink($this->path());
    }

    /** @return resource */
    private function handle()
    {
        return $this->handle ??= OwnFile::open($this->path(), 'c+b')
            ?? throw new CommandFailure("{$this->path()} cannot be opened, or is not of this user: remove it.");
    }

    private function path(): string
    {
        return "{$this->stateDir}/" . self::FILE;
    }
}
