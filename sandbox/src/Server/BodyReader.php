<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

use Aco\Sandbox\Http\MalformedRequest;

interface BodyReader
{
    /**
     * Takes what belongs to the body out of the buffer.
     *
     * @return bool whether the body is complete, or known to be too large
     * @throws MalformedRequest
     */
    public function read(string &$buffer): bool;

    public function content(): string;

    public function isTooLarge(): bool;
}
