<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\Matches;

/** A folder whose folders are workspaces: each the state folder of one tenant, with its database and spool folder. */
final class WorkspaceFolder
{
    private const DATABASE = 'aco.sqlite';
    private const SPOOLS = ['spool', 'spool/working', 'assets-spool'];
    /** Folders of the spool folder that are no entries. */
    private const PLACES = ['working', 'done', 'failed'];

    private function __construct(public readonly string $path)
    {
    }

    public static function of(string $path): self
    {
        $real = realpath($path);

        return $real === false || !is_dir($real)
            ? throw new CommandFailure("The folder $path of workspaces does not exist: create it.")
            : new self($real);
    }

    /** @return array<string, string> state folders by name of the tenant */
    public function workspaces(): array
    {
        $workspaces = [];
        foreach (Matches::in($this->path, '*/' . self::DATABASE) as $database) {
            $workspaces[basename(dirname($database))] = dirname($database);
        }

        return $workspaces;
    }

    /** Whether something lies in a spool folder of the workspace. */
    public static function hasWork(string $stateDir): bool
    {
        foreach (self::SPOOLS as $spool) {
            $names = @scandir("$stateDir/$spool") ?: [];
            foreach ($names as $name) {
                if ($name[0] !== '.' && !in_array($name, self::PLACES, true)) {
                    return true;
                }
            }
        }

        return false;
    }
}
