<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Websites and store views that are switched off. What belongs to them maps to its delete body.
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
     * @param array $disabledWebsites website codes; decides prices and price books
     * @param array $disabledStoreViews store view codes; decides products, attributes and categories
     * @throws Exception\InvalidArgumentException when a code is not a non-empty string
     */
    public function __construct(array $disabledWebsites = [], array $disabledStoreViews = []) {}
}
