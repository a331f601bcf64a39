/* SPDX-License-Identifier: MIT */
/*
 * The response of an external matcher: products for an asset, or assets for a product. Reading is tolerant where the
 * documentation changed over time, and strict where a guess could remove pictures.
 */
#ifndef ACO_CORE_SERVICES_MATCHES_H
#define ACO_CORE_SERVICES_MATCHES_H

#include "src/core/net/http.h"

#include <stdint.h>

typedef enum aco_match_direction {
	ACO_MATCH_PRODUCTS,
	ACO_MATCH_ASSETS
} aco_match_direction;

#define ACO_MATCHES_MAX 100000
#define ACO_MATCH_NO_POSITION (-1)

struct json_object;

/* Borrowed from the response. */
typedef struct aco_match {
	/* SKU or asset id. */
	const char *name;
	size_t name_length;
	bool video;
	int64_t position;
	struct json_object *roles;
	size_t role_count;
} aco_match;

typedef struct aco_matches {
	/* Nothing changes. */
	bool skip;
	size_t count;
	aco_match_direction direction;
	/* The parsed response, its body if that is wrapped as text, and the list of matches. */
	struct json_object *document;
	struct json_object *body;
	struct json_object *list;
} aco_matches;

/* `name`: the asset or product asked about. False with a reason; free `matches` either way. */
bool aco_matches_read(aco_matches *matches, const aco_http_response *response, aco_match_direction direction,
	const char *name, size_t length, aco_error *error);
/* False with a reason when the entry is unusable: then the whole response is. */
bool aco_matches_get(const aco_matches *matches, size_t index, aco_match *match, aco_error *error);
/* The trimmed role; false when it is empty. */
bool aco_match_role(const aco_match *match, size_t index, const char **text, size_t *length);
void aco_matches_free(aco_matches *matches);

#endif
