/*
 * What is special about one web service: how its answers are read, what they mean, and what to
 * advise when they are no good. One constant for each service.
 */
#ifndef ACO_CORE_ENGINE_SERVICE_H
#define ACO_CORE_ENGINE_SERVICE_H

#include "src/core/engine/channel.h"
#include "src/core/net/http.h"
#include "src/core/engine/outcome.h"
#include "src/core/engine/response.h"

struct aco_service {
	/* As the subject of a sentence. */
	const char *name;
	/* What its channels are, as a key of log contexts. */
	const char *channel_label;
	/*
	 * Reads the answer into the attempt, whose `sent` is known. For items that are named, `errors`
	 * becomes a list of `sent` entries that the caller frees.
	 */
	void (*read)(const aco_http_response *response, aco_attempt *attempt, aco_item_error **errors);
	/* The sentence that an error answer holds, "" when there is none. */
	void (*reason)(const aco_http_response *response, char *reason, size_t size);
	/* Pure. */
	aco_verdict (*judge)(const aco_attempt *attempt);
	/* What to do about a status, beginning with "; ", or "". */
	const char *(*advise)(const aco_attempt *attempt);
};

#endif
