<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * The feeds of the catalog, and the operations that take them.
 *
 * Commerce exports the first five. Items of the others have the shape of the bodies that the API takes.
 */
enum Feed: string
{
    case Products = "products";
    case ProductAttributes = "productAttributes";
    case Categories = "categories";
    case Prices = "prices";
    case PriceBooks = "priceBooks";
    /** The attributes that categories may have: metadata. */
    case CategoryAttributes = "categoryAttributes";
    /** What replaces values of a product in one layer of the catalog. */
    case ProductLayers = "productLayers";

    /** Path of the create-or-replace operation, below `{ingestionUrl}/{tenantId}`. */
    public function path(): string {}

    /** Path of the delete operation, below `{ingestionUrl}/{tenantId}`. */
    public function deletePath(): string {}

    /** Whether the API takes PATCH at path(), and so documents that Document::patch() makes: not for product layers. */
    public function takesPatch(): bool {}

    /**
     * The most items that the ingestion API takes in one request: 500 for prices and price books, 100 for the others.
     */
    public function batchLimit(): int {}

    /**
     * Commerce's indexer id of the feed, e.g. `catalog_data_exporter_products`; "" for a feed that Commerce does not
     * export.
     */
    public function indexer(): string {}

    /** The feed table, e.g. `cde_products_feed`: Commerce's, or this project's where Commerce exports no such feed. */
    public function table(): string {}
}
