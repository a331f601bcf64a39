/* SPDX-License-Identifier: MIT */
/* The IMS access token: the request, the response, and how long the token is valid. */
#ifndef ACO_CORE_SERVICES_TOKEN_H
#define ACO_CORE_SERVICES_TOKEN_H

#include "src/core/net/http.h"

/* Longer than any token that IMS issues. */
#define ACO_TOKEN_MAX_BYTES 16384

typedef struct aco_token {
	/* NUL-terminated; NULL data: none. */
	aco_buf value;
	int64_t usable_until_ms;
	/* Changes with every token, to tell which token a response was about. */
	unsigned generation;
} aco_token;

bool aco_token_usable(const aco_token *token, int64_t now_ms);
/* Stores a token that is valid for another `life_ms`; false when it is not a token, or out of memory. */
bool aco_token_keep(aco_token *token, const char *text, size_t length, int64_t life_ms, int64_t now_ms);
/* Wipes the token. */
void aco_token_drop(aco_token *token);
/* The form of a client_credentials request, NUL-terminated; wipe it after use. */
bool aco_token_request_form(aco_buf *form, const char *client_id, const char *client_secret, const char *scope);
/* Reads the token from a response, or explains why there is none. */
bool aco_token_read(aco_token *token, const aco_http_response *response, int64_t now_ms, aco_error *error);

#endif
