<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\Files\OwnFile;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\LogFile;

/**
 * What the webhook has to say, in the log: one line a minute of a kind, with how many of them came between, as anybody
 * may send requests.
 */
final class NoteLog
{
    private const MAX_KINDS = 32;
    private const MAX_STATE_BYTES = 8192;
    /** Reasons that begin alike are of one kind. */
    private const KIND_BYTES = 24;

    public function __construct(private readonly string $stateDir)
    {
    }

    public function write(WebhookResponse $response): void
    {
        $others = $this->others("$response->status " . substr($response->reason, 0, self::KIND_BYTES));

        if ($others !== null) {
            (new EventLog(new LogFile("$this->stateDir/log/aco.log")))->write(
                $response->status === 200 ? 'info' : 'warning',
                $response->status === 200 ? 'webhook.note' : 'webhook.refused',
                ['status' => $response->status, 'reason' => $response->reason]
                    + ($others > 0 ? ['others' => $others] : []),
            );
        }
    }

    /** @return ?int how many came since the last line; null: this one is only counted. A file, as each has a process */
    private function others(string $kind): ?int
    {
        $handle = OwnFile::open("$this->stateDir/" . WebhookFolder::NAME . '/noted', 'c+');

        if ($handle === null || !flock($handle, LOCK_EX)) {
            return 0;
        }

        $kinds = json_decode((string) stream_get_contents($handle, self::MAX_STATE_BYTES), true);
        $kinds = is_array($kinds) ? $kinds : [];
        [$minute, $count] = [(int) ($kinds[$kind][0] ?? 0), (int) ($kinds[$kind][1] ?? 0)];
        $now = intdiv(time(), 60);
        $isNew = $minute !== $now;
        unset($kinds[$kind]);
        $kinds = [$kind => [$now, $isNew ? 0 : $count + 1]] + array_slice($kinds, 0, self::MAX_KINDS - 1, true);
        ftruncate($handle, 0);
        rewind($handle);
        fwrite($handle, json_encode($kinds, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE));
        fclose($handle);

        return $isNew ? $count : null;
    }
}
