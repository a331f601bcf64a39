<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

enum FaultType: string
{
    case Status = 'status';
    case Reset = 'reset';
    case ResetAfter = 'reset-after';
    case Delay = 'delay';
    case Truncate = 'truncate';
    case Garbage = 'garbage';
    case Html = 'html';
    case Slow = 'slow';
    case ExpireTokens = 'expire-tokens';
    case RejectItems = 'reject-items';
    case RejectRecords = 'reject-records';
    case AcceptedCount = 'accepted-count';
    case Edge = 'edge';
    case UserError = 'user-error';
    case Index = 'index';

    /**
     * The options of each type: the PHP type as get_debug_type() names it, the default (null: none, "required" stands
     * for itself) and the range of numbers.
     *
     * @return array<string, array{type: string, default: mixed, min?: int, max?: int}>
     */
    public function options(): array
    {
        return match ($this) {
            self::Status => [
                'status' => ['type' => 'int', 'default' => 'required', 'min' => 200, 'max' => 599],
                'headers' => ['type' => 'array', 'default' => []],
                'body' => ['type' => 'string', 'default' => ''],
            ],
            self::Delay => ['ms' => ['type' => 'int', 'default' => 'required', 'min' => 1, 'max' => 600_000]],
            self::Truncate => ['bytes' => ['type' => 'int', 'default' => null, 'min' => 0, 'max' => PHP_INT_MAX]],
            self::Html => ['body' => ['type' => 'string', 'default' => '<!doctype html><title>Maintenance</title>'
                . '<h1>We will be back soon</h1>']],
            self::Slow => [
                'bytesPerSecond' => ['type' => 'int', 'default' => 'required', 'min' => 1, 'max' => 1_000_000],
            ],
            self::RejectItems => [
                'keys' => ['type' => 'array', 'default' => []],
                'every' => ['type' => 'int', 'default' => 0, 'min' => 1, 'max' => 1_000_000],
                'message' => ['type' => 'string', 'default' => 'The sandbox was told to reject this item.'],
            ],
            self::RejectRecords => [
                'keys' => ['type' => 'array', 'default' => 'required'],
                'status' => ['type' => 'int', 'default' => 400, 'min' => 400, 'max' => 599],
                'message' => ['type' => 'string', 'default' => 'The sandbox was told to reject this record.'],
            ],
            self::AcceptedCount => [
                'missing' => ['type' => 'int', 'default' => 1, 'min' => 1, 'max' => 1_000_000],
            ],
            self::Edge => [
                'code' => ['type' => 'string', 'default' => 'required'],
                'event' => ['type' => 'int', 'default' => 0, 'min' => 0, 'max' => 1_000_000],
                'partial' => ['type' => 'bool', 'default' => false],
            ],
            self::UserError => ['message' => ['type' => 'string', 'default' => 'required']],
            self::Index => [
                'lost' => ['type' => 'array', 'default' => []],
                'changed' => ['type' => 'array', 'default' => []],
            ],
            self::Reset, self::ResetAfter, self::Garbage, self::ExpireTokens => [],
        };
    }
}
