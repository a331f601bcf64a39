<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Status;

/** The figures of one feed. */
class FeedStatus implements \JsonSerializable
{
    /** Changes that wait for cron above which an operator should look. */
    public const BACKLOG_WARNING = 1000;

    public function __construct(
        public readonly string $feed,
        public readonly string $title,
        public readonly int $sourceRecords,
        public readonly int $sent,
        public readonly int $failed,
        public readonly int $willRetry,
        public readonly int $awaiting,
        public readonly int $deleted,
        public readonly ?string $oldestWaiting,
        public readonly ?string $lastSync,
        public readonly string $indexerState,
        public readonly bool $scheduled,
        public readonly int $backlog,
    ) {
    }

    public function isBacklogLarge(): bool
    {
        return $this->backlog > self::BACKLOG_WARNING;
    }

    /** @return array<string, int|string|bool|null> */
    public function jsonSerialize(): array
    {
        return [
            'feed' => $this->feed,
            'sourceRecords' => $this->sourceRecords,
            'sent' => $this->sent,
            'failed' => $this->failed,
            'willRetry' => $this->willRetry,
            'awaiting' => $this->awaiting,
            'deleted' => $this->deleted,
            'oldestWaiting' => $this->oldestWaiting,
            'lastSync' => $this->lastSync,
            'indexer' => $this->indexerState,
            'mode' => $this->scheduled ? 'schedule' : 'save',
            'backlog' => $this->backlog,
        ];
    }
}
