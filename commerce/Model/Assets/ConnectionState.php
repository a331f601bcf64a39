<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Assets;

use Magento\Framework\Phrase;

/** How far the connection with AEM Assets is. */
enum ConnectionState: string
{
    case Scheduled = 'scheduled';
    case Connected = 'connected';
    case Retry = 'retry';
    case Attention = 'attention';

    public function label(): Phrase
    {
        return match ($this) {
            self::Scheduled => __('Begins with the next run of cron'),
            self::Connected => __('Connected'),
            self::Retry => __('Failed, will retry'),
            self::Attention => __('Failed, requires attention'),
        };
    }
}
