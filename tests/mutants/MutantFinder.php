<?php

declare(strict_types=1);

namespace Aco\Tests\Mutants;

/** Finds the tokens of C sources that may be changed so that the source still compiles. */
final class MutantFinder
{
    private const TOKENS = '~
        (?<skipped> /\*.*?\*/ | //[^\n]* | "(?:\\\\.|[^"\\\\])*" | \'(?:\\\\.|[^\'\\\\])*\'
            | ^[ \t]*\#(?:[^\n\\\\]|\\\\.)* | (?:static_assert|ZEND_STATIC_ASSERT|ZEND_ASSERT|assert)\([^;]*; )
        | (?<word> [A-Za-z_]\w* )
        | (?<number> \d[\w.]*(?:[eE][-+]\d+)? )
        | (?<operator> -> | \+\+ | -- | <<=? | >>=? | [-+*/%&|^!=<>]= | && | \|\| | [-+!<>] )
        | (?<closed> [)\]] )
        | (?<other> \S )
    ~xms';

    private const CHANGES = [
        '==' => '!=', '!=' => '==', '<' => '<=', '<=' => '<', '>' => '>=', '>=' => '>',
        '&&' => '||', '||' => '&&', '+=' => '-=', '-=' => '+=', '!' => '', 'true' => 'false', 'false' => 'true',
    ];

    /** @return list<Mutant> */
    public function find(string $file, string $source): array
    {
        preg_match_all(self::TOKENS, $source, $tokens, PREG_SET_ORDER | PREG_OFFSET_CAPTURE | PREG_UNMATCHED_AS_NULL);
        $mutants = [];
        $afterOperand = false;

        foreach ($tokens as $token) {
            [$text, $offset] = $token[0];
            if ($token['skipped'][0] !== null) {
                continue;
            }

            $changed = $this->change($text, $afterOperand);
            if ($changed !== null) {
                $line = 1 + substr_count($source, "\n", 0, $offset);
                $mutants[] = new Mutant($file, $line, $offset, $text, $changed);
            }

            $afterOperand = $token['operator'][0] === null && $token['other'][0] === null && $text !== 'return';
        }

        return $mutants;
    }

    private function change(string $token, bool $afterOperand): ?string
    {
        if (preg_match('/^\d{1,9}$/', $token)) {
            return (string) ((int) $token + 1);
        }
        if ($afterOperand && ($token === '+' || $token === '-')) {
            return $token === '+' ? '-' : '+';
        }
        return self::CHANGES[$token] ?? null;
    }
}
