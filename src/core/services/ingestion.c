/* SPDX-License-Identifier: MIT */
#include "src/core/services/ingestion.h"

#include <stdlib.h>

static void read_response(const aco_http_response *response, aco_attempt *attempt, aco_item_error **errors)
{
	if (aco_response_is_success(response->status)) {
		attempt->readable = aco_response_accepted(&response->body, &attempt->accepted);
	} else if (response->status == 400 && (*errors = calloc(attempt->sent, sizeof(**errors)))) {
		attempt->item_errors = aco_response_item_errors(&response->body, response->secrets, *errors, attempt->sent);
	}
}

static aco_verdict judge_success(const aco_attempt *attempt)
{
	if (!attempt->readable || attempt->accepted < 0) {
		return ACO_VERDICT_TRANSIENT;
	}
	return (uint64_t) attempt->accepted >= attempt->sent ? ACO_VERDICT_DELIVERED : ACO_VERDICT_AMBIGUOUS;
}

static aco_verdict judge(const aco_attempt *attempt)
{
	long status = attempt->status;

	if (aco_response_is_success(status)) {
		return judge_success(attempt);
	}
	if (status == 400) {
		return attempt->item_errors > 0 ? ACO_VERDICT_BAD_ITEMS : ACO_VERDICT_BAD_REQUEST;
	}
	return status == 413 ? ACO_VERDICT_BAD_REQUEST : aco_verdict_of_status(attempt);
}

static void reason_of(const aco_http_response *response, char *reason, size_t size)
{
	aco_response_reason(&response->body, response->secrets, reason, size);
}

const aco_service aco_ingestion = {
	.name = "the API",
	.channel_label = "feed",
	.read = read_response,
	.reason = reason_of,
	.judge = judge,
	.advice = {
		.unauthorized = "; a new token is asked for",
		.unauthorized_again = "; the token was renewed, check that the client may use this tenant",
		.forbidden = "; check that client and scope may use this tenant",
		.not_found = "; check ingestion address and tenant id",
	},
};

aco_channel aco_ingestion_channel(const aco_feed *feed)
{
	aco_channel channel =
		ACO_INGESTION_CHANNEL(feed->name, feed->path, feed->delete_path, feed->batch_limit, feed->rate);

	if (feed->patchable) {
		channel.paths[ACO_ROUTE_PATCH] = feed->path;
		channel.patching = 1u << ACO_ROUTE_PATCH;
		channel.route_count = ACO_ROUTE_PATCH + 1;
	}

	return channel;
}
