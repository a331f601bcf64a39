/* SPDX-License-Identifier: MIT */
/* Finds secrets in a text, however they are escaped. See secrets.h. */
#ifndef ACO_CORE_BASE_SECRET_SEARCH_H
#define ACO_CORE_BASE_SECRET_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* The text as it is, and with each kind of escape decoded. */
#define ACO_SECRET_VIEWS 4

typedef struct aco_secret_view {
	const char *text;
	size_t length;
	/* The origin of each byte, plus one entry for the end. NULL: the text is unchanged. */
	size_t *origins;
	char *decoded;
} aco_secret_view;

typedef struct aco_secret_search {
	aco_secret_view views[ACO_SECRET_VIEWS];
	size_t view_count;
	/* The text continues: a prefix of a secret at its end counts. */
	bool cut;
	/* One flag per byte: it belongs to a secret. */
	unsigned char *hidden;
	bool found;
	/* What is left of the work limit. */
	size_t steps;
} aco_secret_search;

/* False when out of memory; end the search either way. */
bool aco_secret_search_begin(aco_secret_search *search, const char *text, size_t length, bool cut);
/* Marks every occurrence of the secret; false when the work limit is reached. */
bool aco_secret_search_plain(aco_secret_search *search, const char *secret, size_t length);
/*
 * The same for a piece of Base64, in both alphabets, including the neighbouring
 * characters that encode part of the secret.
 */
bool aco_secret_search_base64(aco_secret_search *search, const char *piece, size_t length, bool begins_before);
void aco_secret_search_end(aco_secret_search *search);

#endif
