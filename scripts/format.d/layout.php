<?php

declare(strict_types=1);

/*
 * Lines of at most 120 columns, and bodies of functions in paragraphs. What no line break can help is left alone:
 * tables, URLs, texts of messages, data.
 */

const MAX_COLUMNS = 120;
const TAB = '    ';

/** A text of more columns is not broken: whoever searches for a message is to find it. */
const MAX_BROKEN_TEXT = 40;

/** Lines of a function's body without an empty line between them; one statement, such as a table, may have more. */
const MAX_PARAGRAPH = 24;

/** Tokens that are text, perhaps of several lines. */
const TEXTS = [T_INLINE_HTML, T_CONSTANT_ENCAPSED_STRING, T_ENCAPSED_AND_WHITESPACE];

/** Sections of a phpt file that are code. */
const CODE_SECTIONS = ['FILE', 'FILEEOF', 'SKIPIF', 'CLEAN'];

function columns(string $line): int
{
    return mb_strlen(str_replace("\t", TAB, $line));
}

/** Written by a program, or by others. */
function is_generated(string $file): bool
{
    return preg_match('~(^|/)\w*_?arginfo\.h$|^ide/|^commerce/view/~', $file) === 1;
}

function kind(string $file, string $code): ?string
{
    $extension = pathinfo($file, PATHINFO_EXTENSION);
    $first = strtok($code, "\n");

    return match (true) {
        is_generated($file) => null,
        in_array($extension, ['c', 'h'], true) => 'c',
        in_array($extension, ['php', 'inc', 'phpt', 'phtml'], true) => 'php',
        $extension === 'md' => 'md',
        $extension === 'sh' => 'sh',
        $extension !== '' || $first === false || !str_starts_with($first, '#!') => null,
        str_contains($first, 'php') => 'php',
        preg_match('~\b(ba)?sh\b~', $first) === 1 => 'sh',
        default => null,
    };
}

/** The longest text between quotes in a line, and the line's columns without it. */
function is_long_by_its_text(string $line): bool
{
    preg_match_all('~"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'|`[^`]*`~', $line, $texts);
    $longest = max([0, ...array_map(columns(...), $texts[0])]);

    return $longest > MAX_BROKEN_TEXT && columns($line) - $longest <= MAX_COLUMNS;
}

/** Whether a line is a single word after its indentation and its comment sign, such as an address, or a link. */
function is_one_word(string $line): bool
{
    return preg_match('~^\s*(?:(?:/?\*+|//|#|-)\s+)?(?:\S+|!?\[[^]]*\]\(\S+\)[.,;:]?)$~', $line) === 1
        || preg_match('~https?://\S{40,}~', $line) === 1;
}

/** @return array<int, true> by number: lines that are data, not code */
function data_lines(string $kind, string $file, string $code): array
{
    $lines = explode("\n", $code);
    $data = [];
    $in = $kind === 'php' && str_ends_with($file, '.phpt') ? 'TEST' : null;
    $fence = false;

    foreach ($lines as $index => $line) {
        if ($in !== null && preg_match('~^--([A-Z_]+)--$~', $line, $section) === 1) {
            $in = $section[1];
        }

        if ($kind === 'md' && preg_match('~^\s*```~', $line) === 1) {
            $fence = !$fence;
        }

        if (($in !== null && !in_array($in, CODE_SECTIONS, true)) || $fence
            || ($kind === 'md' && preg_match('~^\s*\||^    |^<|^\[.*\]: ~', $line) === 1)) {
            $data[$index + 1] = true;
        }
    }

    return $kind === 'php' ? $data + heredoc_lines($code) : $data;
}

/** @return array<int, true> by number: lines of texts that go over several lines */
function heredoc_lines(string $code): array
{
    $lines = [];
    $from = 0;

    foreach (PhpToken::tokenize($code) as $token) {
        if ($token->is(T_START_HEREDOC)) {
            $from = $token->line;
        } elseif ($token->is(T_END_HEREDOC)) {
            $lines += array_fill_keys(range($from + 1, $token->line), true);
        } elseif ($token->is(TEXTS) && str_contains($token->text, "\n")) {
            $lines += array_fill_keys(range($token->line, $token->line + substr_count($token->text, "\n")), true);
        }
    }

    return $lines;
}

/** @return list<string> */
function long_lines(string $kind, string $file, string $code): array
{
    $data = data_lines($kind, $file, $code);
    $findings = [];

    foreach (explode("\n", $code) as $index => $line) {
        $columns = columns($line);

        if ($columns > MAX_COLUMNS && !isset($data[$index + 1]) && !is_one_word($line) && !is_long_by_its_text($line)) {
            $findings[] = sprintf('%s:%d: has %d columns, may have %d', $file, $index + 1, $columns, MAX_COLUMNS);
        }
    }

    return $findings;
}

/**
 * A statement alone may be longer: it is a table.
 *
 * @return list<string>
 */
function long_paragraphs(string $file, string $code): array
{
    $findings = [];
    $paragraph = [];
    $end = null;
    $before = '';

    foreach (explode("\n", $code) as $index => $line) {
        if ($end === null) {
            $end = body_end($before, $line);
            $before = $line;
            continue;
        }

        if ($line !== '' && $line !== $end) {
            $paragraph[$index + 1] = $line;
            continue;
        }

        if (count($paragraph) > MAX_PARAGRAPH && statements($paragraph) > 1) {
            $at = array_key_first($paragraph);
            $findings[] = sprintf('%s:%d: %d lines without an empty line', $file, $at, count($paragraph));
        }

        $paragraph = [];
        $end = $line === $end ? null : $end;
    }

    return $findings;
}

/** The line that ends the body of a function that begins with a line; null when none begins. */
function body_end(string $before, string $line): ?string
{
    $begins = preg_match('~^(\s*)\{$~', $line, $brace) === 1 && preg_match('~\)(: [\w?|\\\\]+)?$~', $before) === 1
        || preg_match('~^(\s*)\)(: [\w?|\\\\]+)? \{$~', $line, $brace) === 1;

    return $begins ? "$brace[1]}" : null;
}

/** @param array<int, string> $paragraph */
function statements(array $paragraph): int
{
    $indentations = array_map(static fn (string $line): int => strspn($line, " \t"), $paragraph);
    $outer = array_keys($indentations, min($indentations), true);

    return count(array_filter($outer, static fn (int $at): bool => preg_match('~^\s*[\])}]~', $paragraph[$at]) === 0));
}

/** @return list<string> what is to be changed in the layout of a file */
function layout_findings(string $file): array
{
    $code = (string) file_get_contents($file);
    $kind = kind($file, $code);

    return [
        ...$kind === null ? [] : long_lines($kind, $file, $code),
        ...$kind === 'c' || $kind === 'php' ? long_paragraphs($file, $code) : [],
    ];
}
