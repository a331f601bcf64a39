<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Assets\Webhook\ReceivedEvents;
use Aco\Cli\Assets\Webhook\SeenEvents;
use Aco\Cli\Cron\Spool;

/** The spool folder of asset events for the schedule. */
final class AssetSpool
{
    /** In the state folder. */
    public const NAME = 'assets-spool';

    public function __construct(
        private readonly string $folder,
        private readonly Waiting $waiting,
        private readonly SeenEvents $seen,
    ) {
    }

    public static function entries(string $folder): Spool
    {
        return new Spool($folder, true, false);
    }

    /** Whether an earlier process has left what it had begun. */
    public function hasUnfinished(): bool
    {
        return self::entries($this->folder)->hasUnfinished();
    }

    /** The folder, if it contains events or changes wait to be written; else null. */
    public function source(): ?string
    {
        $spool = self::entries($this->folder);
        $spool->prepare();
        ReceivedEvents::sweep($this->folder);
        $this->seen->forget(AssetConfig::MAX_WEBHOOK_AGE);

        return $spool->take() !== [] || $this->waiting->isDue() ? $this->folder : null;
    }
}
