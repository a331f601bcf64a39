<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** The states of an item that status counts. */
enum ItemState: string
{
    case Sent = 'sent';
    case Deleted = 'deleted';
    case Failed = 'failed';
    case ToRetry = 'to-retry';
    case Waiting = 'waiting';

    public static function of(int $status, bool $isDeleted): self
    {
        return match (true) {
            Status::isToRetry($status) => self::ToRetry,
            $status === Status::TO_SEND => self::Waiting,
            $status === Status::REJECTED => self::Failed,
            default => $isDeleted ? self::Deleted : self::Sent,
        };
    }

    /** The heading of its column in status. */
    public function title(): string
    {
        return ucfirst(strtr($this->value, '-', ' '));
    }

    /** The condition in SQL. */
    public function condition(): string
    {
        return match ($this) {
            self::Sent => 'status = ' . Status::DELIVERED . ' AND is_deleted = 0',
            self::Deleted => 'status = ' . Status::DELIVERED . ' AND is_deleted = 1',
            self::Failed => 'status = ' . Status::REJECTED,
            self::ToRetry => Status::toRetry(),
            self::Waiting => 'status = ' . Status::TO_SEND,
        };
    }
}
