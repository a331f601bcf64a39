<?php

declare(strict_types=1);

// What the sources say: texts of messages, as far as they can be read from calls. For scripts/messages and tests/docs.

const MESSAGES_ROOT = __DIR__ . '/../..';
/** Tokens behind which another message begins. */
const ENDS = [',', ';', '?', ':', T_DOUBLE_ARROW, T_COALESCE];

/** Source files below a folder. @return array<string, string> text by path */
function sources(string $folder, string $suffix): array
{
    $texts = [];
    foreach (new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator(MESSAGES_ROOT . "/$folder", FilesystemIterator::SKIP_DOTS),
    ) as $file) {
        if (str_ends_with($file->getFilename(), $suffix)) {
            $texts[substr($file->getPathname(), strlen(MESSAGES_ROOT) + 1)] = file_get_contents($file->getPathname());
        }
    }
    ksort($texts);

    return $texts;
}

/** Adjacent strings of C become one. */
function joined(string $source): string
{
    return preg_replace('/"\s*\n\s*"/', '', $source);
}

/**
 * Messages of PHP source: strings and what is joined to them by dots; … stands for a variable.
 *
 * @return list<string>
 */
function messages(string $source): array
{
    $messages = [];
    $message = '';
    $inString = false;
    foreach (token_get_all(str_starts_with($source, '<?php') ? $source : "<?php $source") as $token) {
        [$type, $text] = is_array($token) ? $token : [$token, $token];
        if ($type === '"') {
            $inString = !$inString;
        } elseif ($type === T_CONSTANT_ENCAPSED_STRING) {
            $message .= stripcslashes(substr($text, 1, -1));
        } elseif ($type === T_ENCAPSED_AND_WHITESPACE) {
            $message .= stripcslashes($text);
        } elseif ($inString) {
            $message .= str_ends_with($message, '…') ? '' : '…';
        } elseif ($type !== '.' && $type !== T_WHITESPACE && $message !== '') {
            $messages[] = $message;
            $message = '';
        }
    }

    return $messages;
}

/**
 * The same, where … also stands for a call or an alternative that is joined to the message.
 *
 * @return list<string>
 */
function whole_messages(string $source): array
{
    $messages = [];
    $message = '';
    $inString = false;
    $depth = 0;
    foreach (token_get_all("<?php $source") as $token) {
        [$type, $text] = is_array($token) ? $token : [$token, $token];
        if ($type === T_WHITESPACE || $type === T_OPEN_TAG || $type === T_COMMENT) {
            continue;
        }

        if ($type === '"' && $depth === 0) {
            $inString = !$inString;
        } elseif (!$inString && ($type === '(' || $type === '[')) {
            $depth++;
        } elseif (!$inString && ($type === ')' || $type === ']')) {
            $depth = max(0, $depth - 1);
        } elseif ($depth === 0 && $type === T_CONSTANT_ENCAPSED_STRING) {
            $message .= stripcslashes(substr($text, 1, -1));
        } elseif ($depth === 0 && $type === T_ENCAPSED_AND_WHITESPACE) {
            $message .= stripcslashes($text);
        } elseif (!$inString && $depth === 0 && in_array($type, ENDS, true)) {
            $messages[] = $message;
            $message = '';
        } elseif ($type !== '.' && !str_ends_with($message, '…')) {
            $message .= '…';
        }
    }

    return [...$messages, $message];
}

/** What stands between the brackets after a text, each time. */
function arguments(string $source, string $call): string
{
    $found = '';
    for ($at = 0; ($at = strpos($source, $call, $at)) !== false;) {
        $at += strlen($call);
        for ($end = $at, $depth = 1; $depth > 0; $end++) {
            $depth += ['(' => 1, ')' => -1][$source[$end]] ?? 0;
        }
        $found .= substr($source, $at, $end - $at - 1) . ";\n";
    }

    return $found;
}

/** A method that says what an error of the database means. */
function failure_method(string $source): string
{
    return substr($source, $at = strpos($source, 'function failure('), strpos($source, "\n    }\n", $at) - $at);
}
