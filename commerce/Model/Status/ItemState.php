<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Status;

use Magento\Framework\Phrase;

/** What has become of an item of a feed, as the Admin names it. */
enum ItemState: string
{
    case Sent = 'sent';
    case Retry = 'retry';
    case Attention = 'attention';
    case Awaiting = 'awaiting';

    /**
     * Delivered, rejected by the service, refused before it was sent: only a change of the item helps. Cron sends all
     * others again.
     */
    public const SETTLED = [200, 400, 1];

    /**
     * The state of a row as SQL. A resync that is scheduled marks rows by a hash that no item has; it begins with a
     * dash.
     */
    public const EXPRESSION = "CASE WHEN status = 0 OR (feed_hash LIKE '-%' AND NOT (is_deleted = 1 AND status = 200))"
        . " THEN 'awaiting' WHEN status = 200 THEN 'sent' WHEN status IN (400, 1) THEN 'attention' ELSE 'retry' END";

    public function label(): Phrase
    {
        return match ($this) {
            self::Sent => __('Submitted to service'),
            self::Retry => __('Failed, will retry'),
            self::Attention => __('Failed, requires attention'),
            self::Awaiting => __('Awaiting submission'),
        };
    }
}
