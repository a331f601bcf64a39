<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;
use Aco\Cli\Files\OwnFolder;
use Aco\Cli\Files\Owners;
use Aco\Cli\Output\Json;

/** The folder that feed files are put into. An entry is in exactly one place at any moment: every step is a rename. */
final class Spool
{
    private const WORKING = 'working';
    private const DONE = 'done';
    private const FAILED = 'failed';
    private const PLACES = [self::WORKING, self::DONE, self::FAILED];

    public function __construct(
        public readonly string $folder,
        private readonly bool $keepsDone,
        /** Whether folders are entries; else they are left alone. */
        private readonly bool $takesFolders = true,
    ) {
    }

    public function prepare(): void
    {
        $umask = umask(0077);

        try {
            foreach (['', ...self::PLACES] as $place) {
                $path = rtrim("{$this->folder}/$place", '/');
                if (!is_dir($path) && !@mkdir($path, 0700) && !is_dir($path)) {
                    throw new CommandFailure("The spool folder $path cannot be created: check its parent folder.");
                }

                // Others may put entries into the spool folder, but its subfolders belong to this user alone.
                $place === '' ? OwnFolder::checkShared($path, 'spool folder') : self::checkPlace($path);
            }
        } finally {
            umask($umask);
        }

        if (!is_writable($this->folder)) {
            throw new CommandFailure(
                "The spool folder {$this->folder} cannot be written: grant this user write access."
            );
        }
    }

    /**
     * Takes all waiting entries of the given integrations.
     *
     * @param ?list<Integration> $integrations null: all
     * @return list<SpoolEntry> in processing order, including those that an earlier process has left
     */
    public function take(?array $integrations = null): array
    {
        $ours = static fn (SpoolEntry $entry): bool
            => $integrations === null || in_array($entry->integration(), $integrations, true);
        foreach (array_filter($this->entries($this->folder), $ours) as $entry) {
            // An entry of the same name that is still in work must not be overwritten.
            if (!file_exists($this->path($entry))) {
                @rename("{$this->folder}/{$entry->name}", $this->path($entry));
            }
        }

        $taken = array_filter($this->entries("{$this->folder}/" . self::WORKING), $ours);
        usort($taken, SpoolEntry::compare(...));

        return $taken;
    }

    /** Whether there are entries that an earlier process has begun and not finished. */
    public function hasUnfinished(): bool
    {
        return $this->entries("{$this->folder}/" . self::WORKING) !== [];
    }

    /** Where an entry is while it is worked on. */
    public function path(SpoolEntry $entry): string
    {
        return "{$this->folder}/" . self::WORKING . "/{$entry->name}";
    }

    /** @throws CommandFailure when a link of another user points to a file which that user may be unable to read */
    public function checkLinks(SpoolEntry $entry): void
    {
        $path = $this->path($entry);
        $names = is_dir($path) && !is_link($path) ? self::names($path) : [];
        foreach ([$path, ...array_map(static fn (string $name): string => "$path/$name", $names)] as $file) {
            if (is_link($file) && !Owners::isTrusted(lstat($file)['uid'])) {
                throw new CommandFailure(
                    "$file is a symbolic link of another user: put the file itself into the spool folder."
                );
            }
        }
    }

    public function done(SpoolEntry $entry): void
    {
        if ($this->keepsDone) {
            $this->move($entry, self::DONE);
        } else {
            $this->discard($entry);
        }
    }

    public function discard(SpoolEntry $entry): void
    {
        self::remove($this->path($entry));
    }

    /**
     * Moves a faulty entry away, with a report beside it.
     *
     * @param array<string, mixed> $report
     * @return string where it is now
     */
    public function fail(SpoolEntry $entry, array $report): string
    {
        $path = $this->move($entry, self::FAILED);
        OwnFile::replace("$path.report.json", Json::document($report) . "\n");

        return $path;
    }

    private static function checkPlace(string $path): void
    {
        if (is_link($path)) {
            throw new CommandFailure("The spool folder $path is a symbolic link: replace it by a folder.");
        }
        OwnFolder::check($path, 'spool folder');
    }

    private function move(SpoolEntry $entry, string $place): string
    {
        $path = "{$this->folder}/$place/{$entry->name}";
        for ($number = 2; file_exists($path); $number++) {
            // The number goes before the suffix, so that a failed file can be corrected and put back.
            $name = preg_replace('/(?=\.jsonl(\.gz)?$)|$/D', "-$number", $entry->name, 1);
            $path = "{$this->folder}/$place/$name";
        }
        if (!@rename($this->path($entry), $path)) {
            throw new CommandFailure(
                "{$this->path($entry)} cannot be moved to $path: grant this user write access to both folders."
            );
        }

        return $path;
    }

    /** @return list<SpoolEntry> */
    private function entries(string $folder): array
    {
        $entries = [];

        foreach (self::names($folder) as $name) {
            $isFolder = is_dir("$folder/$name");
            if ($isFolder && $folder === $this->folder && in_array($name, self::PLACES, true)) {
                continue;
            }

            $isEntry = $isFolder ? $this->takesFolders : is_file("$folder/$name");
            $entry = $isEntry ? SpoolEntry::of($name, $isFolder) : null;
            if ($entry !== null) {
                $entries[] = $entry;
            }
        }

        return $entries;
    }

    /** @return list<string> without hidden ones */
    private static function names(string $folder): array
    {
        clearstatcache();

        return array_values(array_filter(
            @scandir($folder) ?: [],
            static fn (string $name): bool => $name[0] !== '.',
        ));
    }

    private static function remove(string $path): void
    {
        if (is_dir($path) && !is_link($path)) {
            foreach (array_diff(@scandir($path) ?: [], ['.', '..']) as $name) {
                self::remove("$path/$name");
            }
            @rmdir($path);
        } else {
            @unlink($path);
        }
    }
}
