<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFolder;

/** A private folder of the receiver below the state folder. */
final class WebhookFolder
{
    public const NAME = 'webhook';

    /** @throws CommandFailure when it cannot be made, or others may write to it */
    public static function make(string $path): void
    {
        if (!is_dir($path)) {
            $umask = umask(0077);
            $isMade = @mkdir($path, 0700, true);
            umask($umask);

            if (!$isMade && !is_dir($path)) {
                throw new CommandFailure("The folder $path cannot be created: check its parent folder.");
            }
        }

        OwnFolder::check($path, 'folder');
    }
}
