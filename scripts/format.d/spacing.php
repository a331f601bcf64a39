<?php

declare(strict_types=1);

/*
 * Where a C file differs from what clang-format makes of it. Where a line breaks is its author's, so that tables and
 * conditions can be laid out for the reader; the spaces between tokens are checked, and the indentation of what begins
 * on a line.
 */

/**
 * A text without its line breaks, and where in it a line began.
 *
 * @return array{string, array<int, array{number: int, indentation: string}>} by the number of characters before it that
 *        are no blanks
 */
function in_one_line(string $code): array
{
    $text = '';
    $lines = [];
    $characters = 0;
    $in_macro = false;
    $goes_on = false;
    foreach (explode("\n", $code) as $index => $line) {
        $tokens = trim(rtrim($line, '\\'));
        // In a macro clang-format takes calls that follow each other for one expression.
        if ($tokens !== '' && !$in_macro && !$goes_on) {
            $lines[$characters] = ['number' => $index + 1, 'indentation' => substr($line, 0, strspn($line, " \t"))];
        }
        $text .= " $tokens";
        $characters += strlen(str_replace([' ', "\t"], '', $tokens));
        $in_macro = str_ends_with($line, '\\');
        $goes_on = preg_match('~^(|#.*|/\*.*\*/)$~', $tokens) === 1
            ? $goes_on
            : preg_match('~([;{}:]|\*/)$~', $tokens) === 0;
    }
    return [preg_replace(['/ {2,}/', '/(?<=[{(]) | (?=[})]|\(\*)/'], [' ', ''], trim($text)), $lines];
}

/** What clang-format makes of a file. */
function formatted(string $file): string
{
    $clang_format = proc_open(['clang-format', '--style=file', $file], [1 => ['pipe', 'w']], $pipes);
    $code = $clang_format === false ? false : stream_get_contents($pipes[1]);
    if ($code === false || proc_close($clang_format) !== 0) {
        fwrite(STDERR, "scripts/format: clang-format fails on $file\n");
        exit(2);
    }
    return $code;
}

/** @return list<string> what is to be changed in the spaces and indentation of a file */
function spacing_findings(string $file): array
{
    $code = (string) file_get_contents($file);
    [$text, $lines] = in_one_line($code);
    [$wanted, $wanted_lines] = in_one_line(formatted($file));

    if ($text !== $wanted) {
        $same = strspn($text ^ $wanted, "\0");
        $before = strlen(str_replace(' ', '', substr($text, 0, $same)));
        $earlier = array_filter($lines, static fn (int $at): bool => $at <= $before, ARRAY_FILTER_USE_KEY);
        $number = max([1, ...array_column($earlier, 'number')]);
        $from = max(0, $same - 20);
        return [
            sprintf('%s:%d: "%s" should be "%s"', $file, $number, substr($text, $from, 40), substr($wanted, $from, 40)),
        ];
    }

    $findings = [];

    foreach ($lines as $at => ['number' => $number, 'indentation' => $indentation]) {
        $wanted_indentation = $wanted_lines[$at]['indentation'] ?? $indentation;
        if ($indentation !== $wanted_indentation) {
            $tabs = [strlen($indentation), strlen($wanted_indentation)];
            $findings[] = vsprintf('%s:%d: has %d tabs, should have %d', [$file, $number, ...$tabs]);
        }
    }

    return $findings;
}
