<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Websites and store views that are switched off. Items that belong to them are mapped to deletions.
 *
 * @strict-properties
 * @not-serializable
 */
final class Scopes
{
    /** Codes, in the order given. list<string> */
    public readonly array $disabledWebsites;

    /** Codes, in the order given. list<string> */
    public readonly array $disabledStoreViews;

    /**
     * @param array $disabledWebsites website codes, which decide about prices and price books
     * @param array $disabledStoreViews store view codes, which decide about products, attributes and categories
     * @throws Exception\InvalidArgumentException when a code is not a non-empty string
     */
    public function __construct(array $disabledWebsites = [], array $disabledStoreViews = []) {}
}
