<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Symfony\Component\Console\Completion\CompletionInput;

/** What a shell suggests for the argument SOURCE: folders and feed files. */
final class SourceCompletion
{
    /** @return list<string> */
    public static function suggest(CompletionInput $input): array
    {
        $begun = $input->getCompletionValue();
        $parent = substr($begun, 0, (int) strrpos("/$begun", '/'));
        $paths = [];

        foreach (@scandir($parent === '' ? '.' : $parent) ?: [] as $name) {
            if ($name[0] === '.' || !str_starts_with($parent . $name, $begun)) {
                continue;
            }
            if (is_dir($parent . $name)) {
                $paths[] = "$parent$name/";
            } elseif (preg_match('/\.jsonl?(\.gz)?$/D', $name) === 1) {
                $paths[] = $parent . $name;
            }
        }

        return $paths;
    }
}
