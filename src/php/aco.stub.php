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
 * Lets the clients of this process start requests only while something holds, such as a lease that another process
 * takes over when this one does not renew it.
 *
 * A request is started if the latest call of $holds began less than $milliseconds ago; otherwise $holds is called
 * first. So a process that was frozen for longer, and may have been replaced, sends nothing more of what it has queued,
 * whatever it is doing when it goes on. Time in which the host is suspended counts. Requests in flight are not ended.
 *
 * @param callable|null $holds fn(): void, throws when it does not hold any more: the exception reaches whoever waits
 *        for responses. It must not send. Null: nothing has to hold
 * @param int $milliseconds 100 to 3,600,000; whoever waits for responses gets an
 *        InvalidArgumentException when $holds takes longer ten times in a row
 * @throws Exception\InvalidArgumentException when $milliseconds is out of range
 */
function sendWhile(?callable $holds, int $milliseconds = 15000): void {}

/**
 * Compresses as the client compresses request bodies: gzip, with the library that the extension was built with (ISA-L,
 * libdeflate or zlib).
 */
function gzip(string $data): string {}
