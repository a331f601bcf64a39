<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/** The five feeds of the catalog, and the operations that take them. */
enum Feed: string
{
    case Products = "products";
    case ProductAttributes = "productAttributes";
    case Categories = "categories";
    case Prices = "prices";
    case PriceBooks = "priceBooks";

    /** Path of the create-or-replace operation, below `{ingestionUrl}/{tenantId}`. */
    public function path(): string {}

    /** Path of the delete operation, below `{ingestionUrl}/{tenantId}`. */
    public function deletePath(): string {}

    /**
     * The most items that the ingestion API takes in one request: 500 for prices and price books, 100 for the others.
     */
    public function batchLimit(): int {}

    /** Commerce's indexer id of the feed, e.g. `catalog_data_exporter_products`. */
    public function indexer(): string {}

    /** Commerce's feed table, e.g. `cde_products_feed`. */
    public function table(): string {}
}
