<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Store\Database;
use Aco\Cli\Workspace;

/** Says what is set up; always read anew, so that the schedule notices changes while it runs. */
final class Integrations
{
    private function __construct(
        private readonly Database $database,
        private readonly ConfigStore $catalog,
        private readonly ConfigStore $assets,
    ) {
    }

    public static function of(Workspace $workspace, Database $database): self
    {
        return new self(
            $database,
            $workspace->configStore($database),
            $workspace->configStore($database, ConfigStore::ASSETS),
        );
    }

    public function isConfigured(Integration $integration): bool
    {
        return match ($integration) {
            Integration::Catalog => $this->catalog->values() !== [],
            Integration::Orders => !(new ExperienceConfig($this->database))->isEmpty(),
            Integration::Assets => $this->assets->values() !== [],
        };
    }

    /** Whether events of assets are taken from a journal. */
    public function hasJournal(): bool
    {
        return isset($this->assets->values()[AssetSetting::JOURNAL_URL]);
    }

    /** @return list<Integration> */
    public function configured(): array
    {
        return array_values(array_filter(Integration::cases(), $this->isConfigured(...)));
    }
}
