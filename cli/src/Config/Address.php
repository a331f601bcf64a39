<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\EdgeConnection;

/** Checks addresses in options by the rules of the extension before they are stored. */
final class Address
{
    /**
     * @return string the address
     * @throws CommandFailure names the option
     */
    public static function check(string $option, string $url): string
    {
        try {
            new EdgeConnection(url: $url);
        } catch (InvalidArgumentException $e) {
            throw new CommandFailure(str_replace('$url', $option, rtrim($e->getMessage(), '.')) . '.', previous: $e);
        }

        return $url;
    }

    /** The same for token addresses, which may be a bare host. */
    public static function checkOfTokens(string $option, string $url): string
    {
        self::check($option, str_contains($url, '://') ? $url : "https://$url");

        return $url;
    }
}
