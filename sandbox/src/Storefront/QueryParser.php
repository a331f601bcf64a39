<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

/** Reads the part of GraphQL that queries for products are written in: one operation, arguments, inline fragments. */
final class QueryParser
{
    private const TOKEN = '~\G(?:[\s,]|#[^\n]*)*+(?:([A-Za-z_]\w*)|("(?:[^"\\\\\n]|\\\\.)*")|(-?\d+(?:\.\d+)?)|(\.\.\.|[{}()\[\]:$!=]))~';
    private const MAX_TOKENS = 20_000;
    private const MAX_DEPTH = 16;

    /** @var list<string> */
    private array $tokens = [];
    private int $next = 0;

    /** @param array<string, mixed> $variables */
    private function __construct(string $query, private readonly array $variables)
    {
        $offset = 0;
        while (preg_match(self::TOKEN, $query, $match, 0, $offset) === 1) {
            $this->tokens[] = ltrim($match[0], " \t\r\n,");
            $offset += strlen($match[0]);
            if (count($this->tokens) > self::MAX_TOKENS) {
                throw new InvalidQuery('The query is too long.');
            }
        }

        if (trim(substr($query, $offset), " \t\r\n,") !== '') {
            throw new InvalidQuery("Invalid syntax at offset $offset.");
        }
    }

    /**
     * @param array<string, mixed> $variables
     * @return list<Selection> fields of the operation
     */
    public static function parse(string $query, array $variables): array
    {
        $parser = new self($query, $variables);
        $parser->operation();
        $fields = $parser->selections(0);
        if ($parser->next < count($parser->tokens)) {
            throw new InvalidQuery('Only one operation is supported here.');
        }

        return $fields;
    }

    private function operation(): void
    {
        if ($this->peek() === '{') {
            return;
        }
        if ($this->take() !== 'query') {
            throw new InvalidQuery('Only queries are supported.');
        }

        for ($depth = 0; $this->peek() !== '{' || $depth > 0;) {
            $depth += match ($this->take()) {
                '(' => 1,
                ')' => -1,
                default => 0,
            };
        }
    }

    /** @return list<Selection> */
    private function selections(int $depth): array
    {
        if ($depth > self::MAX_DEPTH) {
            throw new InvalidQuery('The query is nested too deeply.');
        }

        $this->expect('{');
        $list = [];
        while ($this->peek() !== '}') {
            $list[] = $this->selection($depth);
        }
        $this->expect('}');

        return $list;
    }

    private function selection(int $depth): Selection
    {
        if ($this->peek() === '...') {
            $this->take();
            $this->expect('on');

            return new Selection($this->name(), true, [], $this->selections($depth + 1));
        }

        $name = $this->name();
        $arguments = $this->peek() === '(' ? $this->arguments() : [];

        return new Selection($name, false, $arguments, $this->peek() === '{' ? $this->selections($depth + 1) : []);
    }

    /** @return array<string, mixed> */
    private function arguments(): array
    {
        $this->expect('(');
        $arguments = [];
        while ($this->peek() !== ')') {
            $name = $this->name();
            $this->expect(':');
            $arguments[$name] = $this->value();
        }
        $this->expect(')');

        return $arguments;
    }

    private function value(): mixed
    {
        $token = $this->take();
        if ($token === '$') {
            return $this->variables[$this->name()] ?? null;
        }
        if ($token === '[') {
            $list = [];
            while ($this->peek() !== ']') {
                $list[] = $this->value();
            }
            $this->expect(']');

            return $list;
        }

        return match (true) {
            $token[0] === '"' => json_decode($token),
            is_numeric($token) => +$token,
            in_array($token, ['true', 'false', 'null'], true) => json_decode($token),
            default => $token,
        };
    }

    private function name(): string
    {
        $token = $this->take();

        return preg_match('/^[A-Za-z_]\w*$/D', $token) === 1
            ? $token
            : throw new InvalidQuery("Invalid syntax at \"$token\": a name was expected.");
    }

    private function expect(string $token): void
    {
        $found = $this->take();
        if ($found !== $token) {
            throw new InvalidQuery("Invalid syntax at \"$found\": \"$token\" was expected.");
        }
    }

    private function peek(): string
    {
        return $this->tokens[$this->next] ?? throw new InvalidQuery('The query ends too early.');
    }

    private function take(): string
    {
        $token = $this->peek();
        $this->next++;

        return $token;
    }
}
