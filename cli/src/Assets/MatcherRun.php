<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;
use Aco\Exception\AcoException;
use Aco\Exception\ApiException;
use Aco\Exception\InvalidArgumentException;
use Aco\Exception\MappingException;

/**
 * Asks the matcher the open questions, one by one and outside of transactions, and records each answer at once: after a
 * kill at any moment, only one question is asked twice. A failure leaves the mapping as it is.
 */
final class MatcherRun
{
    private const PAGE = 50;
    /** How often the changes that follow from answers are written. */
    private const SLICE_SECONDS = 20.0;
    /** Limit with --due: the schedule has other commands, and returns in a minute. */
    private const MAX_SECONDS_DUE = 60.0;
    /** The run stops asking a matcher after so many consecutive failures. */
    private const MAX_OUTAGES = 3;
    /** The same for unusable answers, which may concern single assets only. */
    private const MAX_FAILURES = 100;
    /** HTTP statuses that concern the question, not the matcher. */
    private const ABOUT_THE_QUESTION = [400, 409, 413, 422];

    private readonly QuestionStore $questions;
    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly EventLedger $ledger;
    private readonly AssetMapping $assetMapping;
    private readonly ProductMapping $productMapping;
    /** Questions that were asked in this run. */
    private readonly RowSet $tried;
    /** @var array<int, int> by kind, in a row */
    private array $outages = [EventLedger::ASSET => 0, EventLedger::PRODUCT => 0];
    /** @var array<int, int> by kind, in a row */
    private array $failures = [EventLedger::ASSET => 0, EventLedger::PRODUCT => 0];
    /** Time spent with the matcher in this run. */
    private float $seconds = 0.0;

    /**
     * @param ?ExternalMatcher $external null: questions that are left from an external matcher are settled by SKU
     * @param \Closure(string, string, array<string, mixed>): void $log
     */
    public function __construct(
        private readonly Database $database,
        private readonly ?ExternalMatcher $external,
        private readonly SkuMatcher $bySku,
        Unit $unit,
        private readonly MatcherResult $result,
        private readonly IndexResult $index,
        private readonly \Closure $log,
    ) {
        $this->questions = new QuestionStore($database);
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->ledger = new EventLedger($database);
        $this->assetMapping = new AssetMapping($database, $unit);
        $this->productMapping = new ProductMapping($database, $unit);
        $this->tried = new RowSet();
    }

    /** @return bool false: the time is up, and changes should be written before more questions are asked */
    public function run(Leftovers $leftovers): bool
    {
        $end = microtime(true) + self::SLICE_SECONDS;
        $maxSeconds = $leftovers === Leftovers::All ? INF : self::MAX_SECONDS_DUE;
        $until = $leftovers === Leftovers::All ? PHP_INT_MAX : (int) (microtime(true) * 1000);
        $lanes = [
            EventLedger::ASSET => $this->due(EventLedger::ASSET, $until),
            EventLedger::PRODUCT => $this->due(EventLedger::PRODUCT, $until),
        ];

        // Alternately, as a flood of one kind must not hold up the other.
        while ($lanes !== []) {
            foreach ($lanes as $kind => $lane) {
                if ($this->isOut($kind) || $this->seconds >= $maxSeconds || !$lane->valid()) {
                    unset($lanes[$kind]);
                    continue;
                }

                if (microtime(true) > $end) {
                    return false;
                }

                $this->ask($lane->current());
                $lane->next();
            }
        }

        $this->result->waiting = $this->database->read($this->questions->waiting(...));

        return true;
    }

    /** @return \Generator<Question> those that were never asked first */
    private function due(int $kind, int $until): \Generator
    {
        foreach ([[Status::TO_SEND, PHP_INT_MAX], [Status::TO_RETRY, $until]] as [$status, $limit]) {
            foreach ($this->stored($kind, $status, $limit) as $question) {
                if (!$this->tried->has($question->id)) {
                    yield $question;
                }
            }
        }
    }

    /** @return \Generator<Question> */
    private function stored(int $kind, int $status, int $until): \Generator
    {
        $after = [-1, 0];

        do {
            $page = $this->database->read(
                fn (): array => $this->questions->page($kind, $status, $until, $after, self::PAGE)
            );

            foreach ($page as $question) {
                $after = [$question->dueAt, $question->id];
                yield $question;
            }
        } while (count($page) === self::PAGE);
    }

    private function isOut(int $kind): bool
    {
        return $this->outages[$kind] >= self::MAX_OUTAGES || $this->failures[$kind] >= self::MAX_FAILURES;
    }

    private function ask(Question $question): void
    {
        $this->tried->add($question->id);
        $start = microtime(true);
        $failure = $found = null;

        try {
            $found = $question->kind === EventLedger::ASSET ? $this->products($question) : $this->media($question);
        } catch (AcoException $failure) {
            // Recorded below, with the time it took.
        }

        $seconds = microtime(true) - $start;
        $this->seconds += $seconds;
        $failure === null ? $this->noteAnswer($question, $found, $seconds) : $this->failed(
            $question,
            $failure,
            $seconds,
        );
    }

    /** @param Asset|list<array<string, mixed>>|null $found */
    private function noteAnswer(Question $question, Asset|array|null $found, float $seconds): void
    {
        $this->outages[$question->kind] = $this->failures[$question->kind] = 0;
        $result = $this->database->transaction(fn (): IndexResult => $this->settle($question, $found));
        $this->result->answered++;
        $this->result->skipped += $found === null ? 1 : 0;
        $this->index->add($result);
        $this->logCall('info', $question, ['seconds' => $seconds, 'skip' => $found === null]);
        foreach ($result->log as $event) {
            ($this->log)(...$event);
        }
    }

    /** Null: nothing is to change. */
    private function products(Question $question): ?Asset
    {
        $state = $this->database->read(fn (): AssetRow => $this->assets->find($question->name))->state;
        $asset = AssetProperties::asset($question->name, $state->properties());

        return $this->external === null ? $this->bySku->match($asset) : $this->external->assetToProduct($asset);
    }

    /**
     * @return ?list<array{assetId: string, video: bool, altTexts: list<array<string, string>>, roles: list<string>,
     *         position: ?int}> null: nothing is to change
     */
    private function media(Question $question): ?array
    {
        $data = $this->database->read(fn (): array => $this->questions->data($question));

        return $this->external?->productToAssets($question->name, $data);
    }

    /** @param Asset|list<array<string, mixed>>|null $found */
    private function settle(Question $question, Asset|array|null $found): IndexResult
    {
        $result = new IndexResult();

        if (!$this->questions->close($question)) {
            return $result;
        }

        $now = self::now();

        if ($found instanceof Asset) {
            $row = $this->assets->find($question->name);
            $this->assetMapping->apply($row, $found, $question->dispatchedAt, $now, $result, false, true);
        } elseif ($found !== null) {
            $refused = $this->productMapping->apply($question->row, $found, $question->dispatchedAt, $now);
            $this->ledger->revive(EventLedger::PRODUCT, $question->row, $this->products->version($question->row));

            if ($refused > 0) {
                $result->log[] = ['info', 'product.skipped', [
                    'sku' => $question->name, 'reason' => 'not_approved', 'assets' => $refused,
                ]];
            }
        } else {
            $this->keep($question, $now);
            $name = $question->kind === EventLedger::ASSET ? 'asset.skipped' : 'product.skipped';
            $result->log[] = ['info', $name, self::subject($question) + ['reason' => 'matcher_skip']];
        }

        return $result;
    }

    private function keep(Question $question, int $now): void
    {
        [$version, $isWritten] = $question->kind === EventLedger::ASSET
            ? $this->assets->leave($this->assets->find($question->name), $now)
            : [$this->products->version($question->row), $this->products->isWritten($question->row)];
        $this->ledger->revive($question->kind, $question->row, $version);
        if ($isWritten) {
            $this->ledger->applied($question->kind, $question->row, $version, $now);
        }
    }

    private function failed(Question $question, AcoException $e, float $seconds): void
    {
        $kind = $question->kind;
        $isUnusable = $e instanceof MappingException || $e instanceof InvalidArgumentException;
        if ($kind === EventLedger::ASSET && $isUnusable) {
            $this->unusable($question, $e->getMessage());

            return;
        }

        $isOutage = !self::isAboutTheQuestion($e);
        $this->failures[$kind]++;
        $this->outages[$kind] = $isOutage ? $this->outages[$kind] + 1 : 0;
        $this->database->transaction(fn () => $this->questions->failed($question, $e->getMessage(), self::now()));
        $this->result->failed++;
        $this->result->outages += $isOutage ? 1 : 0;
        $this->result->message = $this->result->message ?: $e->getMessage();
        $this->logCall('warning', $question, ['seconds' => $seconds, 'message' => $e->getMessage()]);

        if ($this->isOut($kind)) {
            $this->result->stopped = "The external matcher failed {$this->failures[$kind]} times in a row"
                . ': the remaining questions are kept for the next run.';
            ($this->log)('error', 'matcher.stopped', [
                'failures' => $this->failures[$kind], 'message' => $e->getMessage(),
            ]);
        }
    }

    private function unusable(Question $question, string $message): void
    {
        $result = $this->database->transaction(function () use ($question, $message): IndexResult {
            $result = new IndexResult();

            if ($this->questions->close($question)) {
                $row = $this->assets->find($question->name);
                $this->assetMapping->unusable($row, $message, $question->dispatchedAt, self::now(), $result, false);
            }

            return $result;
        });
        $this->index->add($result);

        foreach ($result->log as $event) {
            ($this->log)(...$event);
        }
    }

    private static function isAboutTheQuestion(AcoException $e): bool
    {
        return match (true) {
            $e->isRetryable() => false,
            $e instanceof ApiException => ($e->status >= 200 && $e->status < 300)
                || in_array($e->status, self::ABOUT_THE_QUESTION, true),
            default => $e instanceof InvalidArgumentException,
        };
    }

    /** @param array<string, mixed> $members */
    private function logCall(string $level, Question $question, array $members): void
    {
        if ($this->external !== null) {
            ($this->log)($level, 'matcher.call', self::subject($question) + $members);
        }
    }

    /** @return array<string, string> */
    private static function subject(Question $question): array
    {
        return [$question->kind === EventLedger::ASSET ? 'asset' : 'sku' => $question->name];
    }

    private static function now(): int
    {
        return (int) (microtime(true) * 1000);
    }
}
