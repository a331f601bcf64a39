<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Assets\Webhook\ReceivedEvents;
use Aco\Cli\Assets\Webhook\SeenEvents;
use Aco\Cli\Cron\Spool;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;

/** The spool folder of asset events for the schedule. */
final class AssetSpool
{
    /** In the state folder. */
    public const NAME = 'assets-spool';

    public function __construct(
        private readonly string $folder,
        private readonly Database $database,
        private readonly SeenEvents $seen,
    ) {
    }

    /** The folder, if it contains events or changes wait to be written; else null. */
    public function source(): ?string
    {
        $spool = new Spool($this->folder, true, false);
        $spool->prepare();
        ReceivedEvents::sweep($this->folder);
        $this->seen->forget(AssetConfig::MAX_WEBHOOK_AGE);

        return $spool->take() !== [] || $this->isDue('{aem_question}') || $this->isDue('{aem_asset}')
            || $this->isDue('{aem_product}') ? $this->folder : null;
    }

    private function isDue(string $table): bool
    {
        $now = (int) (microtime(true) * 1000);

        return $this->database->read(fn (): bool => $this->database->value(
            "SELECT 1 FROM $table WHERE (status = ? OR (status = ? AND due_at <= ?)) LIMIT 1",
            [Status::TO_SEND, Status::TO_RETRY, $now],
        ) !== false);
    }
}
