<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

/** The address cannot be listened on. The message says what to do. */
final class ListenFailure extends \RuntimeException
{
    public static function on(string $host, int $port, string $reason): self
    {
        if (stripos($reason, 'in use') !== false || stripos($reason, 'usage of each socket') !== false) {
            return new self(sprintf(
                'Port %d on %s is already in use. Choose another with --port, or let the system choose with --port 0.',
                $port,
                $host,
            ));
        }

        return new self(sprintf(
            'Listening on %s, port %d, is not possible: %s. Choose another port with --port.',
            $host,
            $port,
            $reason,
        ));
    }
}
