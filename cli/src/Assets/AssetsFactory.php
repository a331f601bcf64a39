<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Output\Meter;
use Aco\Cli\Store\Database;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Output\OutputInterface;

/** Creates what reads events and writes changes, according to the settings. */
final class AssetsFactory
{
    private readonly ?ExternalMatcher $external;
    private readonly SkuMatcher $bySku;

    public function __construct(
        private readonly Workspace $workspace,
        private readonly Database $database,
        private readonly AssetConfig $config,
        private readonly EventLog $log,
        private readonly OutputInterface $errors,
        private readonly Meter $progress,
    ) {
        $this->external = $config->externalMatcher();
        $this->bySku = $config->matcher();
    }

    /** @param bool $isImport see AssetIndex */
    public function index(bool $isImport): AssetIndex
    {
        return new AssetIndex(
            $this->database,
            $this->external === null ? $this->bySku : null,
            $this->config->unit(),
            $this->config->isFlag(AssetSetting::ASK_ON_PRODUCT_CHANGE),
            $this->config->visibility(),
            $isImport,
        );
    }

    public function rematch(): Rematch
    {
        return new Rematch(
            $this->database,
            $this->external === null ? $this->bySku : null,
            $this->config->visibility(),
            $this->config->unit(),
            $this->config->ruleText(),
            $this->log(...),
        );
    }

    public function matcherRun(MatcherResult $result, IndexResult $index): MatcherRun
    {
        return new MatcherRun(
            $this->database,
            $this->external,
            $this->bySku,
            $this->config->unit(),
            $result,
            $index,
            $this->log(...),
            $this->config->matcherConcurrency(),
            $this->config->visibility(),
        );
    }

    public function delivery(): ChangeDelivery
    {
        $logger = $this->log->clientLogger(
            new LogOutput($this->errors, $this->progress->interrupt(...))
        );
        $isAnnouncedOnly = $this->config->isFlag(AssetSetting::ANNOUNCED_ONLY);

        return new ChangeDelivery(
            new ChangeQueue($this->database, $this->config->unit(), $isAnnouncedOnly),
            SinkFactory::sink($this->config, $this->workspace->configStore($this->database), $logger),
            $this->config->unit(),
            new AssetSettlement($this->database),
            $this->log(...),
        );
    }

    /** @param array<string, mixed> $members */
    private function log(string $level, string $event, array $members = []): void
    {
        $this->log->write($level, $event, $members);
        $this->progress->changed();
    }
}
