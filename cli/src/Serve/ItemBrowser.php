<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\Report\Html;
use Aco\Cli\Report\ItemFacts;
use Aco\Cli\Report\ItemTable;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\ItemState;
use Aco\Feed;

/** The list of items in the page: filtered, searched and paged by the database. */
final class ItemBrowser
{
    /** Where the list begins in the page. */
    public const FRAGMENT = '#items';

    public function __construct(private readonly FeedStore $store, private readonly Token $token)
    {
    }

    public function html(ItemQuery $query): string
    {
        $rows = $query->rows($this->store);

        return '<h2 id="items">Items</h2>' . self::filter($query) . match (true) {
            $rows === [] => '<div class="card"><p class="empty soft">No item is like that.</p></div>',
            default => $this->table($query, $rows),
        };
    }

    private static function filter(ItemQuery $query): string
    {
        $feeds = array_column(Feed::cases(), 'value', 'value');
        $states = ['' => 'any state'];
        foreach (ItemState::cases() as $state) {
            $states[$state->value] = $state->title();
        }

        return '<form class="filter" method="get" action="/' . self::FRAGMENT . '">'
            . self::select('Feed', 'feed', $feeds, $query->feed->value)
            . self::select('State', 'state', $states, $query->search->state->value ?? '')
            . self::field('Store view or website', 'scope', $query->search->scope)
            . self::field('Part of the SKU, path or code', 'q', $query->search->part)
            . '<button>Search</button></form>';
    }

    /** @param non-empty-list<FeedRow> $rows */
    private function table(ItemQuery $query, array $rows): string
    {
        $numbers = array_column($rows, 'id', 'feedId');
        $table = ItemTable::html(
            array_map(static fn (FeedRow $row): array => ItemFacts::of($query->feed, $row), $rows),
            static fn (array $item): string => Html::link(
                '/item',
                ['feed' => $query->feed->value, 'row' => (int) $numbers[$item['feedId']]],
                $item['item'] === '' ? '(without a code)' : $item['item'],
            ),
            static fn (array $item): string => $item['deleted'] ? '' : sprintf(
                '<input type="checkbox" name="rows[]" value="%d" aria-label="%s"> ',
                $numbers[$item['feedId']],
                Html::text("Choose $item[item]"),
            ),
            true,
        );

        return $this->pages($query, $rows)
            . '<form method="post" action="/resync?' . Html::text(http_build_query($query->parameters())) . '">'
            . sprintf('<input type="hidden" name="%s" value="%s">', Guard::FORM_FIELD, $this->token->ofForms())
            . $table
            . '<p class="actions"><button name="what" value="resync">Send the chosen items again</button> '
            . '<span class="soft">by the next sync whose source contains them; nothing is sent from here.</span></p>'
            . '</form>';
    }

    /** @param non-empty-list<FeedRow> $rows */
    private function pages(ItemQuery $query, array $rows): string
    {
        [$before, $after] = $query->neighbours($rows);
        $count = $query->count($this->store);
        $link = static fn (string $name, ?int $row, string $text): string => $row === null
            ? ''
            : Html::link('/', $query->parameters([$name => $row]), $text, self::FRAGMENT);

        return '<nav>' . $link('before', $before, 'Previous') . $link('after', $after, 'Next')
            . '<span class="soft">' . match (true) {
                $count > ItemQuery::MAX_COUNTED => 'More than ' . number_format(ItemQuery::MAX_COUNTED) . ' items',
                $count === 1 => '1 item',
                default => number_format($count) . ' items',
            } . ', ' . ItemQuery::PER_PAGE . ' a page</span></nav>';
    }

    /** @param array<string, string> $options text by value */
    private static function select(string $title, string $name, array $options, string $chosen): string
    {
        $html = '';
        foreach ($options as $value => $text) {
            $html .= '<option value="' . Html::text($value) . '"' . ($value === $chosen ? ' selected' : '') . '>'
                . Html::text($text) . '</option>';
        }

        return '<label>' . Html::text($title) . "<select name=\"$name\">$html</select></label>";
    }

    private static function field(string $title, string $name, string $value): string
    {
        return '<label>' . Html::text($title) . sprintf(
            '<input type="search" name="%s" value="%s" maxlength="500" autocomplete="off"></label>',
            $name,
            htmlspecialchars($value, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8'),
        );
    }
}
