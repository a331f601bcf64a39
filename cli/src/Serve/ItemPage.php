<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\Output\Json;
use Aco\Cli\Report\Html;
use Aco\Cli\Report\ItemFacts;
use Aco\Cli\Store\FeedRow;
use Aco\Feed;

/** Everything that the tables know of one item. */
final class ItemPage
{
    private const FACTS = [
        'label' => 'State', 'message' => 'Message', 'field' => 'Field', 'modifiedAt' => 'Last sync (UTC)',
        'retryAt' => 'Next attempt (UTC)', 'attempts' => 'Attempts', 'requestId' => 'Request id', 'hash' => 'Hash',
        'feedId' => 'Id', 'sourceEntityId' => 'Commerce id', 'scope' => 'Store view or website',
    ];

    public static function html(Feed $feed, FeedRow $row): string
    {
        $facts = ItemFacts::all($feed, $row);
        $list = '';
        foreach (self::FACTS as $name => $title) {
            $value = (string) $facts[$name];
            if ($value !== '' && $value !== '0') {
                $list .= '<div><dt>' . Html::text($title) . '</dt><dd>' . Html::address($value) . '</dd></div>';
            }
        }

        $class = match ($facts['state']) {
            'failed' => 'bad',
            'to-retry', 'waiting' => 'wait',
            default => 'good',
        };
        $title = $facts['bodyIsComplete']
            ? 'Body that waits to be delivered'
            : 'What the table holds: what deletes the item, or a part of it; delivered bodies are not kept';

        return "<header class=\"verdict $class\"><h1>" . Html::address($facts['item'])
            . '</h1><p class="soft">' . Html::text($facts['feed'] . ($facts['deleted'] ? ', a deletion' : ''))
            . '</p></header><nav>' . Html::link('/', ['feed' => $feed->value], 'All items') . '</nav>'
            . "<dl class=\"facts\">$list</dl><h2>" . Html::text($title) . '</h2><div class="card">'
            . Html::block(Json::document($facts['body'])) . '</div>';
    }
}
