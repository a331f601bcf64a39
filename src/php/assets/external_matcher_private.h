/* SPDX-License-Identifier: MIT */
/* Shared by the files of the external matcher. */
#ifndef ACO_PHP_ASSETS_EXTERNAL_MATCHER_PRIVATE_H
#define ACO_PHP_ASSETS_EXTERNAL_MATCHER_PRIVATE_H

#include "src/php/assets/connections.h"
#include "src/php/assets/matcher_response.h"
#include "src/php/exchange.h"

struct php_aco_matcher_slot;

typedef struct external_matcher {
	php_aco_requester requester;
	zval connection;
	php_aco_exchange_retries retries;
	aco_token token;
	/* Secrets of all requests so far, which no message may show. */
	aco_secrets *secrets;
	/* Buffers of the request in flight. The object owns them, so that they are freed even after a bailout. */
	aco_buf form;
	aco_buf organisation;
	aco_json body;
	/* Of the questions that are asked at once. */
	struct php_aco_matcher_slot *slots;
	size_t slot_count;
	zend_object std;
} external_matcher;

PHP_ACO_ASSERT_STD_LAST(external_matcher);

#define MATCHER(object) PHP_ACO_FETCH(external_matcher, (object))

/* One query, which may take several attempts. */
typedef struct matcher_query {
	php_aco_assets_matcher service;
	/* The asset id or the SKU. */
	zend_string *name;
	bool token_renewed;
	php_aco_exchange_retries retries;
	aco_error error;
	php_aco_assets_matcher_response response;
} matcher_query;

/* Begins a call that ends with leave(). False with an exception pending. */
bool php_aco_external_matcher_enter(external_matcher *matcher, matcher_query *query);
void php_aco_external_matcher_leave(external_matcher *matcher, matcher_query *query);
/* Makes sure that there is a valid token. False with an error in the query, or with an exception pending. */
bool php_aco_external_matcher_have_token(external_matcher *matcher, matcher_query *query);
/* Writes the header with the organization. False with an exception pending. */
bool php_aco_external_matcher_write_organisation(external_matcher *matcher, const matcher_query *query);
/* The request of one question; it borrows from all of these, and keeps `headers`. The caller adds the token. */
aco_http_request php_aco_external_matcher_request(const external_matcher *matcher, const matcher_query *query,
	aco_match_direction direction, const aco_json *body, const char *headers[2]);
/* Reads an answer about the asset or SKU of that name. False with an error: nothing of it is kept. */
bool php_aco_external_matcher_read_answer(php_aco_assets_matcher_response *answer, const aco_http_response *response,
	const zend_string *name, aco_error *error);
/* Reads the metadata that decides without the matcher. False with an exception pending; free the asset either way. */
bool php_aco_external_matcher_read_asset(HashTable *item, aco_asset *asset);
/* Drops the questions that are asked at once; their transfers must be closed before. */
void php_aco_matcher_slots_free(external_matcher *matcher);

#endif
