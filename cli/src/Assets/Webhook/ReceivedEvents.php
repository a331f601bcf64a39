<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\Cron\Spool;
use Aco\Cli\Files\Matches;
use Aco\Cli\Files\OwnFile;

/** Writes received events into the spool folder of assets, from where `assets:sync` takes them. */
final class ReceivedEvents
{
    /** Begins the names of the files. */
    public const PREFIX = 'webhook-';
    private const LEFT_SECONDS = 3600;

    public function __construct(private readonly string $folder)
    {
    }

    /**
     * When this returns true, they are on disk, whatever happens to the machine.
     *
     * @param list<array<string, mixed>> $events
     */
    public function write(array $events): bool
    {
        (new Spool($this->folder, true))->prepare();
        $lines = '';

        foreach ($events as $event) {
            $lines .= json_encode(
                $event,
                JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION
                    | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR,
            ) . "\n";
        }

        $name = self::PREFIX . sprintf('%017.6F', microtime(true)) . '-' . bin2hex(random_bytes(8)) . '.jsonl';
        // Hidden names are left alone by whoever takes the files.
        $temporary = "{$this->folder}/.$name";
        $handle = OwnFile::create($temporary, 'xb');

        if ($handle === false) {
            return false;
        }

        $written = @fwrite($handle, $lines) === strlen($lines) && @fsync($handle);
        $written = @fclose($handle) && $written && @rename($temporary, "{$this->folder}/$name") && $this->syncFolder();

        if (!$written) {
            @unlink($temporary);
        }

        return $written;
    }

    /** Removes what receivers have left that were killed while they wrote; Adobe sends it again. */
    public static function sweep(string $folder): void
    {
        foreach (Matches::in($folder, '.' . self::PREFIX . '*.jsonl') as $file) {
            if ((@filemtime($file) ?: PHP_INT_MAX) < time() - self::LEFT_SECONDS) {
                @unlink($file);
            }
        }
    }

    /** The name is in the folder, which has to be on disk as well. */
    private function syncFolder(): bool
    {
        $handle = @fopen($this->folder, 'r');

        return $handle !== false && @fsync($handle) && fclose($handle);
    }
}
