<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\Files\Matches;

/** Which events were received: an empty file each, in a folder for each day. */
final class SeenEvents
{
    private const DAY = 86400;
    private const FORGOTTEN_AT_ONCE = 20000;

    public function __construct(private readonly string $folder)
    {
    }

    public function has(string $id, int $maxAgeSeconds): bool
    {
        $name = self::name($id);
        $today = intdiv(time(), self::DAY);

        for ($day = $today; $day >= $today - self::days($maxAgeSeconds); $day--) {
            if (file_exists("{$this->folder}/$day/$name")) {
                return true;
            }
        }

        return false;
    }

    public function add(string $id): void
    {
        $path = "{$this->folder}/" . intdiv(time(), self::DAY) . '/' . self::name($id);
        $umask = umask(0077);

        if (!is_dir(dirname($path))) {
            @mkdir(dirname($path), 0700, true);
        }

        @touch($path);
        umask($umask);
    }

    /** Removes those that are refused for their age by now; bounded, so that it takes little time. */
    public function forget(int $maxAgeSeconds): void
    {
        $first = intdiv(time(), self::DAY) - self::days($maxAgeSeconds);
        $left = self::FORGOTTEN_AT_ONCE;

        foreach (Matches::in($this->folder, '[0-9]*') as $day) {
            foreach ((int) basename($day) < $first ? Matches::in($day, '*') : [] as $part) {
                foreach (Matches::in($part, '*') as $file) {
                    if ($left-- <= 0) {
                        return;
                    }

                    @unlink($file);
                }

                @rmdir($part);
            }

            if ((int) basename($day) < $first) {
                @rmdir($day);
            }
        }
    }

    /** An event may be dated a day ahead. */
    private static function days(int $maxAgeSeconds): int
    {
        return intdiv($maxAgeSeconds, self::DAY) + 2;
    }

    private static function name(string $id): string
    {
        $hash = hash('sha256', $id);

        return substr($hash, 0, 2) . "/$hash";
    }
}
