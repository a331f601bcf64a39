<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\Matches;
use Aco\Cli\Files\Owners;
use Aco\Cli\Files\OwnFolder;
use Aco\Cli\Workspace;

/** Folders and files: whose they are, who else may read them, and whether there is room. */
final class FileCheck
{
    private const LITTLE_ROOM = 200 << 20;
    private const NO_ROOM = 20 << 20;

    public function __construct(private readonly Workspace $workspace)
    {
    }

    /** @return iterable<Finding> */
    public function findings(): iterable
    {
        $folder = $this->workspace->stateDir;
        OwnFolder::checkOpen($folder, 'state folder');
        if (!is_dir($folder)) {
            throw new CommandFailure("There is no state folder $folder: run config:init, or name the folder that it was "
                . 'run for with --state-dir or ACO_STATE_DIR.');
        }

        OwnFolder::check($folder, 'state folder');
        if (!is_writable($folder)) {
            throw new CommandFailure("The state folder $folder cannot be written: run the command as the user who owns it.");
        }

        yield Finding::ok('state folder', "$folder is this user's alone.");
        yield from $this->openFiles();
        yield $this->room($folder);
    }

    /** @return iterable<Finding> files that other users may read */
    private function openFiles(): iterable
    {
        $files = [$this->workspace->keyFile()->path, $this->workspace->databaseFile(), ...$this->logs()];
        foreach (array_filter($files, static fn (?string $file): bool => $file !== null && is_file($file)) as $file) {
            $mode = fileperms($file) & 0777;
            if (($mode & 0077) !== 0 && Owners::self() !== null) {
                yield Finding::warning(
                    'files',
                    sprintf('%s can be read by other users (mode %04o): run chmod 600 on it.', $file, $mode),
                );
            }
        }
    }

    /** @return list<string> */
    private function logs(): array
    {
        return Matches::in("{$this->workspace->stateDir}/log", 'aco.log*');
    }

    private function room(string $folder): Finding
    {
        $free = function_exists('disk_free_space') ? @disk_free_space($folder) : false;
        $text = $free === false ? '' : number_format($free / (1 << 20)) . ' MiB';

        return match (true) {
            $free === false => Finding::ok('disk', 'The free space cannot be asked for here.'),
            $free < self::NO_ROOM => Finding::critical(
                'disk',
                "Only $text are free for the state folder: make room, or no result can be recorded.",
            ),
            $free < self::LITTLE_ROOM => Finding::warning(
                'disk',
                "Only $text are free for the state folder: make room before a large sync.",
            ),
            default => Finding::ok('disk', "$text are free for the state folder."),
        };
    }
}
