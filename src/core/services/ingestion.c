/* SPDX-License-Identifier: MIT */
#include "src/core/services/ingestion.h"

#include "src/core/base/buf.h"

#include <stdlib.h>
#include <string.h>

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

static const char *advise(const aco_attempt *attempt)
{
	switch (attempt->status) {
		case 401:
			return attempt->token_renewed ? "; the token was renewed, check that the client may use this tenant" : "; a new token is asked for";
		case 403:
			return "; check that client and scope may use this tenant";
		case 404:
			return "; check ingestion address and tenant id";
		default:
			return "";
	}
}

const aco_service aco_ingestion = {
	.name = "the API",
	.channel_label = "feed",
	.read = read_response,
	.reason = reason_of,
	.judge = judge,
	.advise = advise,
};

/* As a C string; NULL data when out of memory. */
static aco_buf join(const char *base, const char *path)
{
	aco_buf url = ACO_BUF_INIT;

	aco_buf_append(&url, base, strlen(base));
	aco_buf_append(&url, path, strlen(path) + 1);
	if (url.failed) {
		aco_buf_free(&url);
	}
	return url;
}

const aco_channel *aco_ingestion_channel(aco_engine *engine, const char *name, const char *path,
	const char *delete_path, size_t batch_limit, aco_item_rate rate)
{
	aco_buf live = join(aco_engine_base_url(engine), path), deleting = join(aco_engine_base_url(engine), delete_path);
	const aco_channel wanted = {
		.service = &aco_ingestion,
		.name = name,
		.batch_limit = batch_limit,
		.rate = rate,
		.prefix = "[",
		.suffix = "]",
		.compressed = true,
		.hashed = true,
		.route_count = 2,
		.deleting = 1u << ACO_ROUTE_DELETE,
		.urls = {[ACO_ROUTE_LIVE] = live.data, [ACO_ROUTE_DELETE] = deleting.data},
	};

	const aco_channel *channel = live.data && deleting.data ? aco_engine_channel(engine, &wanted) : NULL;

	aco_buf_free(&live);
	aco_buf_free(&deleting);
	return channel;
}

const aco_channel *aco_ingestion_feed_channel(aco_engine *engine, const aco_feed *feed)
{
	return aco_ingestion_channel(engine, feed->name, feed->path, feed->delete_path, feed->batch_limit, feed->rate);
}
