<?php

declare(strict_types=1);

namespace Aco\Stress\Servers;

use Aco\Bench\Servers\Answer;
use Aco\Bench\Servers\Service;
use Aco\Sandbox\Http\Delivery;
use Aco\Sandbox\Http\EarlyHandler;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;
use Aco\Stress\Soak\Nature;

/**
 * A catalog service that fails often. It remembers what it accepted, and notes requests that should never have been
 * sent.
 */
final class CatalogServer extends Service implements EarlyHandler
{
    private const MAX_VIOLATIONS = 20;

    /** Seconds that an answer takes at most. */
    private const DELAY = 0.01;

    private readonly Rules $rules;

    /** @var \WeakMap<Exchange, Fault|null> drawn when the head of the request was there */
    private readonly \WeakMap $drawn;

    /** @var array<string, array{Request, Exchange}> by id: requests without a response yet */
    private array $inFlight = [];

    /** @var array<string, true> by value of the header */
    private array $refusedTokens = [];

    /**
     * @var array<string, array{string, bool}> by key of the item: hash of its last accepted body, whether that deleted
     *      it
     */
    private array $held = [];

    private int $requests = 0;

    /** @var array<string, int> */
    private array $counts = [];

    /** @var list<string> */
    private array $violations = [];

    /**
     * @param float $faults share of requests that fail
     * @param list<string> $without names of cases of Fault that do not happen
     * @param int $maxBytes largest body, before compression
     */
    public function __construct(
        private readonly float $faults,
        int $seed,
        private readonly array $without,
        private readonly int $maxBytes,
    ) {
        mt_srand($seed);
        $this->rules = new Rules();
        $this->drawn = new \WeakMap();
    }

    public function begin(Request $head, Exchange $exchange): ?Delivery
    {
        if (self::asksForToken($head)) {
            return null;
        }

        $this->requests++;
        $fault = mt_rand() / mt_getrandmax() < $this->faults ? Fault::draw() : null;
        if ($fault !== null && in_array($fault->name, $this->without, true)) {
            $fault = null;
        }

        if ($fault === Fault::ResetBeforeBody) {
            $this->count($fault->value);

            return $fault->answer(0)->delivery;
        }

        $this->drawn[$exchange] = $fault;

        return null;
    }

    public function handle(Request $request, Exchange $exchange): void
    {
        $this->forgetAbandoned();

        if ($exchange->isAbandoned()) {
            // The client may have sent the items again elsewhere: what it gave up must not overtake that.
            $exchange->deliver(Answer::reset()->delivery);

            return;
        }

        parent::handle($request, $exchange);
    }

    /** A client that gave up may send again at once: by then its first request must be over. */
    private function forgetAbandoned(): void
    {
        foreach ($this->inFlight as [$request, $exchange]) {
            if ($exchange->isAbandoned()) {
                $this->ended($request);
                $exchange->deliver(Answer::reset()->delivery);
            }
        }
    }

    protected function answer(Request $request, Exchange $exchange): Answer
    {
        $this->inFlight[$request->id] = [$request, $exchange];
        $fault = $this->drawn[$exchange];
        $route = Route::of($request->path);
        $batch = $route === null ? null : Batch::of($route, (string) self::text($request));
        if ($batch === null) {
            $this->note(["$request->path got a body that is no list of items"]);

            return Answer::json(404, ['message' => 'Not found']);
        }

        $this->note($this->rules->begin($request, $batch));
        $token = $request->header('authorization') ?? '';
        $objection = isset($this->refusedTokens[$token]) ? Fault::Unauthorized->answer(0) : $this->objection($batch);

        if ($fault === null) {
            return $objection ?? $this->accept($batch);
        }

        $this->count($fault->value);

        if ($fault === Fault::Unauthorized) {
            $this->refusedTokens[$token] = true;
        }
        if ($objection === null && mt_rand() / mt_getrandmax() < $fault->acceptance()) {
            $this->accept($batch);
        }

        return $fault->answer(count($batch->items));
    }

    /** What is wrong with the items, if nothing else happens. */
    private function objection(Batch $batch): ?Answer
    {
        if ($batch->bytes > $this->maxBytes) {
            $this->count('413');

            return Answer::json(413, ['message' => 'Too large']);
        }

        $poison = $batch->messages(Nature::Poison);
        if ($poison !== []) {
            $alone = count($batch->items) === 1;
            $this->count($alone ? '400, a single item' : '400 that names no item');

            return Answer::json(400, [
                'status' => 'FAILED',
                'message' => $alone ? $poison[0] : 'The request cannot be read',
            ]);
        }

        $errors = [];

        foreach ($batch->messages(Nature::Refused) as $index => $message) {
            $errors[] = ['itemIndex' => $index, 'code' => 'sku', 'message' => $message, 'value' => ''];
        }

        if ($errors === []) {
            return null;
        }

        $this->count('400 that names items');

        return Answer::json(400, ['status' => 'FAILED', 'message' => 'Validation failed', 'errors' => $errors]);
    }

    private function accept(Batch $batch): Answer
    {
        foreach ($batch->keys as $i => $key) {
            $this->held[$key] = [sha1($batch->texts[$i]), $batch->route->deleted];
        }

        return Answer::accepted(count($batch->items), self::DELAY * mt_rand() / mt_getrandmax());
    }

    private function count(string $what): void
    {
        $this->counts[$what] = ($this->counts[$what] ?? 0) + 1;
    }

    /**
     * @param list<string> $wrong
     */
    private function note(array $wrong): void
    {
        $this->violations = array_slice([...$this->violations, ...$wrong], 0, self::MAX_VIOLATIONS);
    }

    protected function ended(Request $request): void
    {
        unset($this->inFlight[$request->id]);
        $this->rules->end($request);
    }

    public function report(): array
    {
        ksort($this->counts);

        return [
            'requests' => $this->requests,
            'tokens' => $this->tokens(),
            'counts' => $this->counts,
            'violations' => $this->violations,
            'held' => (object) $this->held,
        ];
    }
}
