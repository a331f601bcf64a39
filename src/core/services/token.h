/* The IMS access token: what to ask, what the answer says, how long it is good. */
#ifndef ACO_CORE_SERVICES_TOKEN_H
#define ACO_CORE_SERVICES_TOKEN_H

#include "src/core/net/http.h"

/* Longer ones are none that IMS issues. */
#define ACO_TOKEN_MAX_BYTES 16384

typedef struct aco_token {
	/* NUL-terminated; NULL data: none. */
	aco_buf value;
	int64_t usable_until_ms;
	/* Changes with every token, to tell which one an answer was about. */
	unsigned generation;
} aco_token;

bool aco_token_usable(const aco_token *token, int64_t now_ms);
/* Takes a token that is good for `life_ms` more; false when it is none, or memory is short. */
bool aco_token_keep(aco_token *token, const char *text, size_t length, int64_t life_ms, int64_t now_ms);
/* Wipes it. */
void aco_token_drop(aco_token *token);
/* The form of a client_credentials request, NUL-terminated; wipe it after use. */
bool aco_token_request_form(aco_buf *form, const char *client_id, const char *client_secret, const char *scope);
/* Takes the token out of an answer, or says why there is none. */
bool aco_token_read(aco_token *token, const aco_http_response *response, int64_t now_ms, aco_error *error);

#endif
