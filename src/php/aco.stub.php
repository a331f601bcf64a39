<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Version of the extension.
 *
 * @var string
 * @cvalue PHP_ACO_VERSION
 */
const VERSION = UNKNOWN;

/**
 * The id of the price book of a website, or of one customer group on it.
 *
 * The base book of a website has the website code as its id. The book of a group has
 * `websiteCode::sha1(customerGroupId)`, as Commerce's storefront computes it (guests are group 0). The ingestion API
 * takes at most 64 bytes, so it refuses the group books of website codes longer than 22 bytes.
 *
 * @throws Exception\InvalidArgumentException when the website code is empty or the group id negative
 */
function priceBookId(string $websiteCode, ?int $customerGroupId = null): string {}

/**
 * Compresses as the client compresses request bodies: gzip, with the library that the extension was built with (ISA-L,
 * libdeflate or zlib).
 */
function gzip(string $data): string {}
