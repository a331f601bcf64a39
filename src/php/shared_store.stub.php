<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Where hosts share the rates of a tenant and its token: given to Limits as `$shared`. The values mean nothing to the
 * store, and the rules are the extension's: a store replaces values, and has a clock.
 *
 * It is called while a client sends, as callbacks are. An exception says that the store cannot be used now; its message
 * is logged, and must not contain a secret. A store must not use the client that it serves.
 */
interface SharedStore
{
    /**
     * Replaces the value of a key in one step, if it is the expected one, and says what is stored now and what time it
     * is.
     *
     * @param string $key up to 63 letters, digits and hyphens
     * @param string|null $expected the value that is replaced; null: there is none
     * @param string|null $value up to 32 KiB of any bytes; null: nothing is replaced
     * @param int $seconds after which the store may forget the value
     * @return array array{?string, int}: the value that is stored now, or null, and the store's own clock in
     *         microseconds since 1970, the same one for all hosts
     */
    public function swap(string $key, ?string $expected, ?string $value, int $seconds): array;
}
