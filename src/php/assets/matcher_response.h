/* SPDX-License-Identifier: MIT */
/* What the response of an external matcher becomes: the products of an asset, or the media of a product. */
#ifndef ACO_PHP_ASSETS_MATCHER_RESPONSE_H
#define ACO_PHP_ASSETS_MATCHER_RESPONSE_H

#include "php.h"
#include "src/core/services/matches.h"
#include "src/map/assets.h"

typedef struct php_aco_assets_matcher_response {
	aco_match_direction direction;
	aco_matches matches;
	/* Borrowed; no message may show them. */
	aco_secrets *secrets;
	/* For the exception about a response that cannot be used. */
	long http_status;
	char request_id[ACO_REQUEST_ID_SIZE];
} php_aco_assets_matcher_response;

/* Fills `target`, unless an exception is pending afterwards. `asset` gets the rows, and is freed by the caller. */
void php_aco_assets_matcher_make_asset(zval *target, const php_aco_assets_matcher_response *response, aco_asset *asset);
/* The same for a list as in ProductChange::$media. */
void php_aco_assets_matcher_make_media(zval *target, const php_aco_assets_matcher_response *response);

#endif
