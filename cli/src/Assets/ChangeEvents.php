<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\AssetChange;
use Aco\Cli\Store\Status;

/** What the log says of a change that was written, or failed. */
final class ChangeEvents
{
    /** @return array{0: string, 1: string, 2: array<string, mixed>} level, event and members */
    public static function of(PendingChange $pending, int $status, string $message): array
    {
        $change = $pending->change;
        $subject = $pending->kind === EventLedger::ASSET ? ['asset' => $pending->name] : ['sku' => $pending->name];

        if ($status !== Status::DELIVERED) {
            $level = $status === Status::REJECTED ? 'error' : 'warning';

            return [$level, 'commerce.call', $subject + ['status' => $status, 'message' => $message]];
        }

        if (!$change instanceof AssetChange) {
            return ['info', 'product.mapped', $subject + ['assets' => count($change->media)]];
        }
        if ($change->assignments === []) {
            return ['info', 'asset.removed', $subject];
        }

        return ['info', $change->upserts === [] ? 'asset.unmapped' : 'asset.mapped', $subject + [
            'skus' => count($change->assignments),
            'changed' => count($change->upserts),
            'unmapped' => count($change->removals),
        ]];
    }
}
