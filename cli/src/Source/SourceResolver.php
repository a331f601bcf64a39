<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

use Aco\Cli\CommandFailure;
use Aco\Cli\FeedName;
use Aco\Cli\PriceBook\GeneratedPriceBooks;
use Aco\Feed;

/** Resolves the argument SOURCE to an input for each feed. */
final class SourceResolver
{
    public const DESCRIPTION = 'Folder of <feed>.jsonl or .json files, one such file (each may be gzipped), '
        . 'or - for standard input';

    private const FEED_FILE = '/^(.+)\.jsonl?(?:\.gz)?$/D';

    /**
     * @param list<string> $names feed names of the option --feed
     * @return array<string, ?FeedInput> by feed name; null for a feed without input
     */
    public static function resolve(string $source, array $names): array
    {
        $feeds = array_map(FeedName::feed(...), $names);

        if ($source === '-') {
            return [self::only($feeds, 'standard input')->value => FeedInput::standardInput()];
        }
        if (is_dir($source)) {
            return self::folder(rtrim($source, '/'), $feeds);
        }

        if (!file_exists($source)) {
            throw new CommandFailure(
                "$source does not exist: give a folder with <feed>.jsonl files, one such file, or -."
            );
        }

        $feed = $feeds === [] ? self::feedOfFile($source) : self::only($feeds, $source);

        return [$feed->value => FeedInput::file($source)];
    }

    /**
     * @param list<Feed> $feeds
     * @return array<string, ?FeedInput>
     */
    private static function folder(string $folder, array $feeds): array
    {
        $inputs = [];
        $found = false;

        $filesOfFeeds = self::files($folder);

        foreach ($feeds ?: Feed::cases() as $feed) {
            $files = $filesOfFeeds[$feed->value] ?? [];

            if (count($files) > 1) {
                throw new CommandFailure(
                    "$folder contains both " . implode(' and ', array_map(basename(...), $files)) . ': remove one.'
                );
            }

            $generated = $files === [] && $feed === Feed::PriceBooks
                ? GeneratedPriceBooks::input($folder, $feeds !== [])
                : null;
            if ($files === [] && $generated === null && $feeds !== []) {
                throw new CommandFailure("$folder contains no {$feed->value}.jsonl or {$feed->value}.jsonl.gz.");
            }

            $inputs[$feed->value] = $files === [] ? $generated : FeedInput::file($files[0]);
            $found = $found || $inputs[$feed->value] !== null;
        }

        if (!$found) {
            throw new CommandFailure(
                "$folder contains no feed file: expected at least one of "
                . implode(', ', array_map(static fn (Feed $feed): string => $feed->value . '.jsonl', Feed::cases()))
                . ', or the same with .gz.'
            );
        }

        return $inputs;
    }

    /** @return array<string, list<string>> the feed files of a folder, by feed */
    private static function files(string $folder): array
    {
        $files = [];
        foreach (@scandir($folder === '' ? '/' : $folder) ?: [] as $name) {
            $feed = self::feedOfName($name);
            if ($feed !== null && self::isInput("$folder/$name")) {
                $files[$feed->value][] = "$folder/$name";
            }
        }

        return $files;
    }

    /** The feed that a file of that name has the items of. */
    public static function feedOfName(string $file): ?Feed
    {
        return preg_match(self::FEED_FILE, $file, $match) === 1 ? FeedName::find($match[1]) : null;
    }

    /** A file, or a named pipe. */
    public static function isInput(string $path): bool
    {
        return file_exists($path) && !is_dir($path);
    }

    /** @param list<Feed> $feeds */
    private static function only(array $feeds, string $source): Feed
    {
        if (count($feeds) !== 1) {
            throw new CommandFailure("For $source give exactly one --feed.");
        }

        return $feeds[0];
    }

    private static function feedOfFile(string $path): Feed
    {
        return FeedName::find(preg_replace(self::FEED_FILE, '$1', basename($path)))
            ?? throw new CommandFailure("The file name $path does not name a feed: give --feed.");
    }
}
