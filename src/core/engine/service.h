/* SPDX-License-Identifier: MIT */
/*
 * What is specific to one web service: how its responses are read, what they mean, and what to advise when they
 * report an error. Each service is one constant.
 */
#ifndef ACO_CORE_ENGINE_SERVICE_H
#define ACO_CORE_ENGINE_SERVICE_H

#include "src/core/engine/channel.h"
#include "src/core/net/http.h"
#include "src/core/engine/outcome.h"
#include "src/core/engine/response.h"

struct aco_service {
	/* Used as the subject of a sentence. */
	const char *name;
	/* What a channel of the service is called in log contexts. */
	const char *channel_label;
	/*
	 * Reads the response into the attempt, whose `sent` is set. When the response names items, `errors` becomes a
	 * list of `sent` entries that the caller frees.
	 */
	void (*read)(const aco_http_response *response, aco_attempt *attempt, aco_item_error **errors);
	/* The sentence in an error response; "" if there is none. */
	void (*reason)(const aco_http_response *response, char *reason, size_t size);
	/* Pure function. */
	aco_verdict (*judge)(const aco_attempt *attempt);
	/* Advice on a status, beginning with "; "; NULL: none. */
	struct {
		const char *unauthorized;
		/* When the token was a new one, or there is no other. */
		const char *unauthorized_again;
		const char *forbidden;
		const char *not_found;
	} advice;
	/* Advice on the code of the response, or ""; NULL: that on its status. NULL where codes need none of their own. */
	const char *(*advise)(const aco_attempt *attempt);
};

#endif
