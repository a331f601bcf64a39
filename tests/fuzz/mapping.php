<?php

/**
 * Feeds mutated items to the five mappers and mutated texts to Aco\Document::fromJson(), and looks at what comes out.
 *
 *   php -d extension=modules/aco.so tests/fuzz/mapping.php, with the options of rounds.inc
 */

declare(strict_types=1);

use Aco\Document;
use Aco\Exception\InvalidArgumentException;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

require __DIR__ . '/rounds.inc';
require __DIR__ . '/../map/full_items.inc';
require __DIR__ . '/../map/mutate.inc';

final class MappingFuzzer implements Fuzzer
{
    /** For json_decode(), which counts what is in the innermost of the 64 levels, too. */
    private const LEVELS = 65;

    /** @var array<string, list<Mapper>> by feed; some with what is in the items switched off */
    private array $mappers = [];

    /** @var array<string, list<array<string, mixed>>> */
    private array $items;

    private int $mapped = 0;
    private int $refused = 0;
    private int $texts = 0;

    public function __construct(private readonly int $seed)
    {
        $this->items = full_items();
        foreach (Feed::cases() as $feed) {
            $this->mappers[$feed->value] = [new Mapper($feed), new Mapper($feed, new Scopes(['base'], ['en']))];
        }
    }

    public function result(): string
    {
        return "$this->mapped items mapped, $this->refused refused, $this->texts texts";
    }

    public function run(int $round): void
    {
        $random = random_of($this->seed, $round);
        $feed = $random->of(Feed::cases());
        $item = $this->items[$feed->value][$random->below(count($this->items[$feed->value]))];
        for ($times = $random->below(3); $times >= 0; $times--) {
            $item = mutated($item, $random);
        }
        $mapper = $random->of($this->mappers[$feed->value]);
        $body = $this->checkItem($mapper, $item);
        $this->checkText($feed, $this->mutatedText($body ?? '{"a":[1,2.5,"x",null,{}]}', $random));
    }

    /** The body, or null when there is none. */
    private function checkItem(Mapper $mapper, array $item): ?string
    {
        $before = $this->shape($item);
        $first = $this->outcome($mapper, $item);
        $first === $this->outcome($mapper, $item) || throw new Mismatch('the same item gives something else the second time');
        $this->outcome($mapper, $item, true) === $this->outcome($mapper, ['deleted' => true] + $item)
            || throw new Mismatch('its deletion is not that of the deleted item');
        $before === $this->shape($item) || throw new Mismatch('the item was changed');
        if ($first['field'] !== null) {
            $this->refused++;
            $first['field'] !== '' && $first['reason'] !== '' || throw new Mismatch('an exception names no field or no reason');
            array_key_exists(explode('.', $first['field'])[0], $item) || str_contains($first['reason'], 'missing')
                || throw new Mismatch("the field $first[field] is not there, and is not said to be missing: $first[reason]");
            return null;
        }
        $this->mapped++;
        if ($first['body'] === null) {
            return null;
        }
        is_array(json_decode($first['body'], true, self::LEVELS)) && $first['body'][0] === '{'
            || throw new Mismatch('the body is no JSON object: ' . json_last_error_msg());
        sha1($first['body']) === $first['hash'] || throw new Mismatch('the hash is not that of the body');

        return $first['body'];
    }

    /** What there is to tell items apart by, objects and resources by what they are. */
    private function shape(array $item): string
    {
        return print_r($item, true);
    }

    /** @return array{field: ?string, reason: ?string, body: ?string, id: ?string, hash: ?string, deleted: ?bool} */
    private function outcome(Mapper $mapper, array $item, bool $isDeletion = false): array
    {
        try {
            $document = $isDeletion ? $mapper->deletion($item) : $mapper->map($item);
        } catch (MappingException $e) {
            return [
                'field' => $e->field, 'reason' => $e->reason, 'body' => null, 'id' => null, 'hash' => null,
                'deleted' => null,
            ];
        }

        return [
            'field' => null, 'reason' => null, 'body' => $document === null ? null : (string) $document,
            'id' => $document?->id, 'hash' => $document?->hash, 'deleted' => $document?->deleted,
        ];
    }

    /** Takes, doubles, changes or leaves out some bytes; seldom nests it deep. */
    private function mutatedText(string $text, Random $random): string
    {
        $bytes = [
            '"', '{', '}', '[', ']', ',', ':', '\\', "\0", "\xff", "\xed\xa0\x80", '\ud83d', '1e999', '-', 'null', ' ',
            "\n", '9223372036854775808',
        ];
        for ($times = $random->below(4); $times > 0; $times--) {
            $at = $random->below(strlen($text) + 1);
            $length = $random->below(6);
            $text = match ($random->below(8)) {
                0 => substr($text, 0, $at),
                1 => substr_replace($text, substr($text, $at, $length), $at, 0),
                2 => '{"a":' . str_repeat('[', $deep = 55 + $random->below(12)) . str_repeat(']', $deep) . '}',
                3 => " \n$text\t",
                default => substr_replace($text, $random->of($bytes), $at, $length),
            };
        }

        return $text;
    }

    private function checkText(Feed $feed, string $text): void
    {
        $this->texts++;
        $decoded = json_decode($text, true, self::LEVELS);
        $valid = is_array($decoded) && ltrim($text, " \t\n\r")[0] === '{';
        try {
            $document = Document::fromJson($feed, 'id', $text);
        } catch (InvalidArgumentException) {
            $valid && throw new Mismatch('fromJson() refuses what json_decode() takes');
            return;
        }
        $valid || throw new Mismatch('fromJson() takes what json_decode() refuses: ' . json_last_error_msg());
        (string) $document === $text || throw new Mismatch('fromJson() changed the text');
        // NAN is not equal to itself, so as PHP writes it.
        serialize($document->jsonSerialize()) === serialize($decoded) || throw new Mismatch('jsonSerialize() is not what json_decode() gives');
    }
}

run_rounds(new MappingFuzzer(fuzz_seed()));
