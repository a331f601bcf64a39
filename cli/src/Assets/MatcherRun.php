<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Cli\MonotonicClock;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;
use Aco\Exception\AcoException;
use Aco\Exception\ApiException;
use Aco\Exception\InvalidArgumentException;

/**
 * Asks the matcher the open questions, several at once and outside of transactions, and records their answers together:
 * after a kill at any moment, only these are asked twice. A failure leaves the mapping as it is.
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

    /** Questions at once for each request in flight, so that a slow one does not leave the others idle. */
    private const QUESTIONS_PER_REQUEST = 8;
    private const MAX_AT_ONCE = 256;

    private readonly QuestionStore $questions;
    private readonly AssetStore $assets;
    private readonly MatcherAnswers $answers;
    /** Questions that were asked in this run. */
    private readonly RowSet $tried;
    /** @var array<int, int> by kind: how many are asked at once; few until the matcher has shown that it works */
    private array $width = [EventLedger::ASSET => 1, EventLedger::PRODUCT => 1];
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
        private readonly int $concurrency,
        private readonly Visibility $visibility,
    ) {
        $this->questions = new QuestionStore($database);
        $this->assets = new AssetStore($database);
        $this->answers = new MatcherAnswers($database, $unit, $visibility);
        $this->tried = new RowSet();
    }

    /** @return bool false: the time is up, and changes should be written before more questions are asked */
    public function run(Leftovers $leftovers): bool
    {
        $end = MonotonicClock::seconds() + self::SLICE_SECONDS;
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

                if (MonotonicClock::seconds() > $end) {
                    return false;
                }

                $this->ask($kind, $this->next($kind, $lane));
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

    /**
     * @param \Generator<Question> $lane
     * @return non-empty-list<Question>
     */
    private function next(int $kind, \Generator $lane): array
    {
        $questions = [];

        do {
            $questions[] = $lane->current();
            $this->tried->add($lane->current()->id);
            $lane->next();
        } while (count($questions) < $this->width[$kind] && $lane->valid());

        return $questions;
    }

    /** @param non-empty-list<Question> $questions */
    private function ask(int $kind, array $questions): void
    {
        $start = MonotonicClock::seconds();
        $answers = $this->external === null ? $this->bySku($questions) : $this->external->ask(
            $this->database->read(fn (): array => array_map($this->question(...), $questions)),
            $this->concurrency,
        );
        $seconds = MonotonicClock::seconds() - $start;
        $this->seconds += $seconds;
        $results = $this->database->transaction(fn (): array => array_map(
            fn (Question $question, int $number): IndexResult
                => $this->answers->record($question, $answers[$number]),
            $questions,
            array_keys($questions),
        ));

        foreach ($questions as $number => $question) {
            $this->note($question, $answers[$number], $results[$number], $seconds, count($questions));
        }

        $isWell = $this->outages[$kind] === 0 && $this->failures[$kind] === 0;
        $most = min(self::MAX_AT_ONCE, self::QUESTIONS_PER_REQUEST * $this->concurrency);
        $this->width[$kind] = $isWell ? min($most, 2 * $this->width[$kind]) : 1;
    }

    /**
     * Questions that are left from an external matcher.
     *
     * @param list<Question> $questions
     * @return list<Asset|AcoException|null>
     */
    private function bySku(array $questions): array
    {
        return array_map(function (Question $question): Asset|AcoException|null {
            try {
                return $question->kind === EventLedger::ASSET ? $this->bySku->match(
                    $this->database->read(fn (): array => $this->question($question)),
                ) : null;
            } catch (AcoException $e) {
                return $e;
            }
        }, $questions);
    }

    /** @return array<string, mixed> as ExternalMatcher::ask() takes it */
    private function question(Question $question): array
    {
        return $question->kind === EventLedger::ASSET
            ? $this->visibility->asset($question->name, $this->assets->find($question->name)->state->properties())
            : ['sku' => $question->name, 'eventData' => $this->questions->data($question)];
    }

    /** @param Asset|list<array<string, mixed>>|AcoException|null $answer */
    private function note(
        Question $question,
        Asset|array|AcoException|null $answer,
        IndexResult $result,
        float $seconds,
        int $atOnce,
    ): void {
        $kind = $question->kind;
        $this->index->add($result);
        $time = ['seconds' => $seconds, 'questions' => $atOnce];

        if (!$answer instanceof AcoException) {
            $this->outages[$kind] = $this->failures[$kind] = 0;
            $this->result->answered++;
            $this->result->skipped += $answer === null ? 1 : 0;
            $this->logCall('info', $question, $time + ['skip' => $answer === null]);
        } elseif (!MatcherAnswers::isUnusable($question, $answer)) {
            $this->failed($question, $answer, $time);
        }

        foreach ($result->log as $event) {
            ($this->log)(...$event);
        }
    }

    /** @param array<string, mixed> $time */
    private function failed(Question $question, AcoException $e, array $time): void
    {
        $kind = $question->kind;
        $wasOut = $this->isOut($kind);
        $isOutage = !self::isAboutTheQuestion($e);
        $this->failures[$kind]++;
        $this->outages[$kind] = $isOutage ? $this->outages[$kind] + 1 : 0;
        $this->result->failed++;
        $this->result->outages += $isOutage ? 1 : 0;
        $this->result->message = $this->result->message ?: $e->getMessage();
        $this->logCall('warning', $question, $time + ['message' => $e->getMessage()]);

        if ($this->isOut($kind) && !$wasOut) {
            $this->result->stopped = "The external matcher failed {$this->failures[$kind]} times in a row"
                . ': the remaining questions are kept for the next run.';
            ($this->log)('error', 'matcher.stopped', [
                'failures' => $this->failures[$kind], 'message' => $e->getMessage(),
            ]);
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
            ($this->log)($level, 'matcher.call', $question->subject() + $members);
        }
    }
}
