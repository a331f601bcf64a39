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
 * The price book of a website, or of one customer group on it.
 *
 * Base book: the website code. Group book: `websiteCode::sha1(customerGroupId)`, as Commerce's
 * storefront computes it (guests are group 0). The ingestion API takes at most 64 bytes, so the
 * group books of website codes over 22 bytes are refused by the API.
 *
 * @throws Exception\InvalidArgumentException when the website code is empty or the group id negative
 */
function priceBookId(string $websiteCode, ?int $customerGroupId = null): string {}

/**
 * Compresses as the client compresses request bodies: gzip, by libdeflate where the build has it, else by zlib.
 */
function gzip(string $data): string {}
