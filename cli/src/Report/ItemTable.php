<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\ItemState;

/** Items as rows of a table, whatever became of them. */
final class ItemTable
{
    private const HEADINGS = ['Feed', 'Item', 'State', 'Last sync (UTC)'];

    /**
     * @param list<array<string, mixed>> $items as ItemFacts has them
     * @param ?\Closure(array<string, mixed>): string $name HTML of the item's name
     * @param ?\Closure(array<string, mixed>): string $choice HTML in front of it
     * @param bool $isOfOneFeed which need not be named then
     */
    public static function html(
        array $items,
        ?\Closure $name = null,
        ?\Closure $choice = null,
        bool $isOfOneFeed = false,
    ): string {
        $name ??= static fn (array $item): string => Html::address($item['item']);
        $rows = array_map(static fn (array $item): array => [
            ...($isOfOneFeed ? [] : [Cell::text($item['feed'])]),
            Cell::heading(($choice === null ? '' : $choice($item)) . $name($item)),
            Cell::html(self::state($item), 'text'),
            Cell::time($item['modifiedAt']),
        ], $items);

        $headings = $isOfOneFeed ? array_slice(self::HEADINGS, 1) : self::HEADINGS;

        return Html::table($headings, $rows, true, !$isOfOneFeed);
    }

    /** @param array<string, mixed> $item */
    private static function state(array $item): string
    {
        $field = (string) $item['field'];
        $message = (string) $item['message'];
        $reason = $field === '' || str_starts_with($message, $field) ? $message : "$field: $message";
        $colour = self::colour(ItemState::of($item['status'], $item['deleted']));

        return "<span class=\"$colour\">" . Html::text($item['label']) . ($item['deleted'] ? ' (a deletion)' : '')
            . '</span>' . ($reason === '' ? '' : '<div>' . Html::address($reason) . '</div>');
    }

    private static function colour(ItemState $state): string
    {
        return match ($state) {
            ItemState::Failed => 'bad-text',
            ItemState::ToRetry, ItemState::Waiting => 'wait-text',
            default => '',
        };
    }
}
