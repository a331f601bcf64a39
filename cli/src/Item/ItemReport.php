<?php

declare(strict_types=1);

namespace Aco\Cli\Item;

use Aco\Cli\Output\Text;
use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Sync\Candidate;
use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\StoredKey;
use Aco\Feed;

/** What tables and sources say of one item, all feeds and scopes together. */
final class ItemReport
{
    /** Rows of a feed. */
    public const MAX_VERSIONS = 200;

    /** @var array<string, ItemVersion> by feed and id */
    private array $versions = [];
    /** @var list<string> what kept a source from being searched completely */
    public array $problems = [];
    /** @var list<string> feeds that have more versions than are shown */
    private array $cut = [];

    public function __construct(private readonly string $code, private readonly string $scope)
    {
    }

    /** @param list<FeedRow> $rows those that a search has found */
    public function addRows(Feed $feed, array $rows): void
    {
        if (count($rows) === self::MAX_VERSIONS) {
            $this->cut[] = $feed->value;
        }

        foreach ($rows as $row) {
            // The database may compare texts more loosely.
            if ($this->isWanted(StoredKey::of(FeedProfile::of($feed), $row->data))) {
                $this->versions[$feed->value . $row->feedId] = new ItemVersion($feed, $row);
            }
        }
    }

    public function addSource(Feed $feed, FeedInput $input, SourceSearch $search): void
    {
        $report = new FeedReport($feed);
        $found = $search->find($feed, $input, $this->code, $report);

        foreach ($found as $id => $candidate) {
            if ($this->isInScope($feed, $candidate)) {
                $key = $feed->value . $id;
                $version = $this->versions[$key] ??= new ItemVersion($feed, null);
                $version->source = new SourceItem($feed, $candidate, $version->row);
            }
        }

        foreach ($this->versions as $version) {
            if ($version->feed === $feed) {
                $version->sourceName = $input->name();
            }
        }

        foreach ($report->failures->all() as $failure) {
            $this->problems[] = "{$failure['item']}: {$failure['message']}";
        }
        if ($report->inputError !== null) {
            $this->problems[] = "{$report->inputError}: what comes after that was not searched";
        }
        foreach ($report->badLines as $line) {
            $this->problems[] = "{$line->place()}: {$line->reason}";
        }
    }

    public function isEmpty(): bool
    {
        return $this->versions === [];
    }

    /** @return list<ItemVersion> */
    public function versions(): array
    {
        return array_values($this->versions);
    }

    /** @return list<string> */
    public function notes(): array
    {
        return array_map(
            static fn (string $feed): string => "$feed: only the first " . self::MAX_VERSIONS
                . ' versions are looked at; --scope chooses one store view or website.',
            $this->cut,
        );
    }

    /** What to do when something is missing. */
    public function sentence(): string
    {
        $place = $this->scope === '' ? '' : ' in "' . Text::printable($this->scope, 100) . '"';

        return match (true) {
            $this->problems !== [] => 'The source was not searched completely: correct what is named above.',
            default => 'There is no item "' . Text::printable($this->code, 200) . "\"$place: give its whole code, "
                . 'in which every byte counts, capitals and blanks too.',
        };
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return [
            'code' => $this->code,
            'items' => array_map(static fn (ItemVersion $version): array => $version->data(), $this->versions()),
            'notes' => $this->notes(),
            'problems' => $this->problems,
        ];
    }

    private function isWanted(StoredKey $key): bool
    {
        return ($key->code() === $this->code || $key->label() === $this->code)
            && ($this->scope === '' || $key->scope() === $this->scope);
    }

    private function isInScope(Feed $feed, Candidate $candidate): bool
    {
        return $this->scope === ''
            || StoredKey::of(FeedProfile::of($feed), $candidate->deleteBody)->scope() === $this->scope;
    }
}
