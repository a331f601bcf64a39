<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

use Aco\Bench\Soak\Nature;

/**
 * A catalog service that fails often. It remembers what it accepted, and notes requests that should never have been sent.
 */
final class CatalogServer extends HttpServer
{
    private const MAX_VIOLATIONS = 20;

    /** Seconds that an answer takes at most. */
    private const DELAY = 0.01;

    private readonly Rules $rules;

    /** @var array<int, Fault|null> by number of the request: drawn when its head came */
    private array $drawn = [];

    /** @var array<string, true> by value of the header */
    private array $refusedTokens = [];

    /** @var array<string, array{string, bool}> by key of the item: hash of its last accepted body, whether that deleted it */
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
    }

    protected function early(Request $head): ?Answer
    {
        $this->requests++;
        $fault = mt_rand() / mt_getrandmax() < $this->faults ? Fault::draw() : null;
        if ($fault !== null && in_array($fault->name, $this->without, true)) {
            $fault = null;
        }

        if ($fault === Fault::ResetBeforeBody) {
            $this->count($fault->value);

            return $fault->answer(0);
        }

        $this->drawn[$head->number] = $fault;

        return null;
    }

    protected function answer(Request $request): Answer
    {
        $fault = $this->drawn[$request->number];
        unset($this->drawn[$request->number]);
        $route = Route::of($request);
        $delivery = $route === null ? null : Delivery::of($route, (string) $request->text());
        if ($delivery === null) {
            $this->note(["$request->path got a body that is no list of items"]);

            return Answer::json(404, ['message' => 'Not found']);
        }

        $this->note($this->rules->begin($request, $delivery));
        $token = $request->headers['authorization'] ?? '';
        $objection = isset($this->refusedTokens[$token]) ? Fault::Unauthorized->answer(0) : $this->objection($delivery);

        if ($fault === null) {
            return $objection ?? $this->accept($delivery);
        }

        $this->count($fault->value);

        if ($fault === Fault::Unauthorized) {
            $this->refusedTokens[$token] = true;
        }
        if ($objection === null && mt_rand() / mt_getrandmax() < $fault->acceptance()) {
            $this->accept($delivery);
        }

        return $fault->answer(count($delivery->items));
    }

    /** What is wrong with the items, if nothing else happens. */
    private function objection(Delivery $delivery): ?Answer
    {
        if ($delivery->bytes > $this->maxBytes) {
            $this->count('413');

            return Answer::json(413, ['message' => 'Too large']);
        }

        $poison = $delivery->messages(Nature::Poison);
        if ($poison !== []) {
            $alone = count($delivery->items) === 1;
            $this->count($alone ? '400, a single item' : '400 that names no item');

            return Answer::json(400, ['status' => 'FAILED', 'message' => $alone ? $poison[0] : 'The request cannot be read']);
        }

        $errors = [];

        foreach ($delivery->messages(Nature::Refused) as $index => $message) {
            $errors[] = ['itemIndex' => $index, 'code' => 'sku', 'message' => $message, 'value' => ''];
        }

        if ($errors === []) {
            return null;
        }

        $this->count('400 that names items');

        return Answer::json(400, ['status' => 'FAILED', 'message' => 'Validation failed', 'errors' => $errors]);
    }

    private function accept(Delivery $delivery): Answer
    {
        foreach ($delivery->keys as $i => $key) {
            $this->held[$key] = [sha1($delivery->texts[$i]), $delivery->route->deleted];
        }

        return Answer::accepted(count($delivery->items), self::DELAY * mt_rand() / mt_getrandmax());
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
        $this->rules->end($request);
    }

    protected function report(): array
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
