<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\Status;

/** The status as one self-contained HTML page. */
final class StatusPage
{
    /** @param list<FeedFigures> $feeds */
    public function __construct(
        private readonly string $tenant,
        private readonly array $feeds,
        private readonly QuotaUse $quota,
        private readonly \DateTimeImmutable $time,
    ) {
    }

    /**
     * @param list<array<string, mixed>> $failed the first failed items
     * @param int $failedCount of all of them
     * @param list<array<string, mixed>> $items the first of all items
     */
    public function html(array $failed, int $failedCount, array $items): string
    {
        return Page::html($this->title(), $this->overview() . '<h2>Items that were not delivered</h2>'
            . self::failedTable($failed) . self::rest($failedCount - count($failed))
            . '<h2 id="items">Items</h2>' . $this->items($items), Page::script());
    }

    public function title(): string
    {
        return $this->tenant === '' ? 'Sync status' : "Sync status of {$this->tenant}";
    }

    /** @param string $note HTML below the verdict */
    public function overview(string $note = ''): string
    {
        return <<<HTML
            {$this->verdict(Html::text($this->title()))}
            $note
            <nav><a href="#items">Items</a></nav>
            <h2>Feeds</h2>
            {$this->feedTable()}
            <h2>Sent in the last minute</h2>
            <div class="quota">{$this->quotaCards()}</div>

            HTML;
    }

    /** @param list<array<string, mixed>> $items the first of all items */
    private function items(array $items): string
    {
        if ($items === []) {
            return '<div class="card"><p class="empty soft">None.</p></div>';
        }

        $rest = array_sum(array_column($this->feeds, 'rows')) - count($items);

        return '<div class="search" hidden><label>Show only items with'
            . '<input type="search" autocomplete="off"></label> <span class="soft" role="status"></span></div>'
            . ItemTable::html($items)
            . ($rest <= 0 ? '' : '<p class="soft">' . number_format($rest) . ' more are not in this file: '
                . '<span class="code">bin/aco serve</span> shows and searches all.</p>');
    }

    private function verdict(string $title): string
    {
        $failed = array_sum(array_column($this->feeds, 'failed'));
        $waiting = array_sum(array_column($this->feeds, 'toRetry')) + array_sum(array_column($this->feeds, 'waiting'));
        [$class, $sentence] = match (true) {
            $failed > 0 => ['bad', self::count($failed) . ($failed === 1 ? ' requires' : ' require') . ' attention'],
            $waiting > 0 => ['wait', self::count($waiting) . ($waiting === 1 ? ' waits' : ' wait') . ' to be sent'],
            default => ['good', 'Everything is delivered'],
        };
        $time = Html::time($this->time->setTimezone(new \DateTimeZone('UTC'))->format('Y-m-d H:i:s'));

        return "<header class=\"verdict $class\"><h1>$sentence</h1><p class=\"soft\">$title, $time UTC</p></header>";
    }

    private function feedTable(): string
    {
        $rows = [];

        foreach ($this->feeds as $feed) {
            $scopes = '';

            foreach ($feed->scopes as $code => $count) {
                $scopes .= '<span>' . Html::text($code === '' ? '(none)' : $code) . '&nbsp;'
                    . number_format($count) . '</span> ';
            }

            $rows[] = [
                Cell::heading(Html::text($feed->feed->value)),
                Cell::number($feed->source),
                Cell::number($feed->delivered),
                Cell::number($feed->deleted),
                Cell::number($feed->failed, 'bad-text'),
                Cell::number($feed->toRetry, 'wait-text'),
                Cell::number($feed->waiting, 'wait-text'),
                Cell::time($feed->oldestWaiting),
                Cell::time($feed->lastSync, 'never'),
                Cell::html(self::share($feed) . "<div class=\"scopes\">$scopes</div>", 'long'),
            ];
        }

        return Html::table(
            ['Feed', 'Source', 'Sent', 'Deleted', 'Failed', 'To retry', 'Waiting', 'Oldest waiting (UTC)',
                'Last sync (UTC)', 'By store view or website'],
            $rows,
            true,
        );
    }

    private function quotaCards(): string
    {
        $cards = '';
        foreach ($this->quota->lines() as $line) {
            $limit = $line['limit'] > 0 ? 'of ' . number_format($line['limit']) . ' allowed' : 'no limit is set';
            $cards .= '<div class="card"><span class="soft">' . Html::text($line['name']) . '</span><strong>'
                . number_format($line['used']) . "</strong><span class=\"soft\">$limit</span>"
                . ($line['limit'] > 0 ? Html::bar([['good', $line['used'] / $line['limit']]]) : '') . '</div>';
        }

        return $cards;
    }

    /** @param list<array<string, mixed>> $failed */
    private static function failedTable(array $failed): string
    {
        if ($failed === []) {
            return '<div class="card"><p class="empty soft">None.</p></div>';
        }

        $rows = array_map(static fn (array $item): array => [
            Cell::text($item['feed']),
            Cell::code($item['item']),
            Cell::text($item['label'], Status::isToRetry($item['status']) ? 'wait-text' : 'bad-text'),
            Cell::code((string) $item['field']),
            Cell::text((string) $item['message'], 'text'),
            Cell::code((string) $item['requestId']),
            Cell::number($item['attempts']),
            Cell::time($item['modifiedAt']),
        ], $failed);

        return Html::table(
            ['Feed', 'Item', 'Status', 'Field', 'Message', 'Request id', 'Attempts', 'Last attempt (UTC)'],
            $rows,
            true,
        );
    }

    private static function rest(int $rest): string
    {
        return $rest > 0
            ? '<p class="soft">' . number_format($rest)
                . ' more: <span class="code">status --failed --json</span> lists all.</p>'
            : '';
    }

    private static function share(FeedFigures $feed): string
    {
        return $feed->rows === 0 ? '' : Html::bar([
            ['bad', $feed->failed / $feed->rows],
            ['wait', ($feed->toRetry + $feed->waiting) / $feed->rows],
            ['good', ($feed->delivered + $feed->deleted) / $feed->rows],
        ]);
    }

    private static function count(int $count): string
    {
        return number_format($count) . ($count === 1 ? ' item' : ' items');
    }
}
