/* SPDX-License-Identifier: MIT */
#include "src/core/services/edge.h"

#include "src/core/base/count.h"
#include "src/core/services/edge_problem.h"
#include "src/core/net/url.h"

#include <string.h>

#define COLLECT_PATH "/ee/v2/collect"
/* No limit is documented; a small one limits how much a single response decides. */
#define MAX_EVENTS 200

/* The meaning of EXEG error numbers, where the HTTP status alone does not tell it. */
static const struct {
	int first;
	int last;
	aco_verdict verdict;
	/* The message contains the number of the faulty event. */
	bool names_event;
	const char *advice;
} codes[] = {
	{2, 4, ACO_VERDICT_PERMANENT, false, "; check the datastream's id, and that it is enabled"},
	{10, 12, ACO_VERDICT_PERMANENT, false, "; check the settings of the datastream and its sandbox"},
	{13, 13, ACO_VERDICT_PERMANENT, false, "; the sandbox does not know an identity namespace that is used"},
	{101, 105, ACO_VERDICT_BAD_REQUEST, false, ""},
	{109, 109, ACO_VERDICT_BAD_REQUEST, false, ""},
	{112, 112, ACO_VERDICT_BAD_REQUEST, false, ""},
	{304, 308, ACO_VERDICT_BAD_REQUEST, true, ""},
	{400, 400, ACO_VERDICT_PERMANENT, false, "; the service is not open to the place this host is in"},
	{504, 506, ACO_VERDICT_PERMANENT, false, "; check what the credentials may do"},
};

#define CODE_COUNT ACO_COUNT(codes)

/* CODE_COUNT when the code is not listed. */
static size_t find_code(int code)
{
	size_t i = 0;

	while (i < CODE_COUNT && (code < codes[i].first || code > codes[i].last)) {
		i++;
	}
	return i;
}

/* It is not documented whether events are counted from 0 or from 1, so the preceding event is also a suspect. */
static void note_suspects(const aco_http_response *response, aco_attempt *attempt)
{
	int64_t event = aco_edge_problem_event(&response->body);

	if (event >= 0 && (uint64_t) event <= attempt->sent && attempt->sent > 2) {
		size_t last = (uint64_t) event < attempt->sent ? (size_t) event : attempt->sent - 1;

		attempt->suspect = event > 0 ? (size_t) event - 1 : 0;
		attempt->suspects = last - attempt->suspect + 1;
	}
}

static void read_response(const aco_http_response *response, aco_attempt *attempt, aco_item_error **errors)
{
	size_t line;

	if (aco_response_is_success(response->status)) {
		attempt->partial = response->status == 207;
		attempt->ignored = aco_edge_warnings(&response->body, ACO_EDGE_NO_CONSENT);
		return;
	}

	attempt->code = aco_edge_problem_code(&response->body);
	line = find_code(attempt->code);
	if (line < CODE_COUNT && codes[line].names_event) {
		note_suspects(response, attempt);
	}
}

static aco_verdict judge(const aco_attempt *attempt)
{
	size_t line = find_code(attempt->code);

	if (aco_response_is_success(attempt->status)) {
		return ACO_VERDICT_DELIVERED;
	}
	if (attempt->suspects > 0) {
		return ACO_VERDICT_SUSPECT;
	}
	if (attempt->status > 0 && line < CODE_COUNT) {
		return codes[line].verdict;
	}

	switch (attempt->status) {
		case 400:
		case 409:
		case 413:
		case 422:
			return ACO_VERDICT_BAD_REQUEST;
		case 500:
			/* Documented as not retryable. */
			return ACO_VERDICT_GIVE_UP;
		default:
			return aco_verdict_of_status(attempt);
	}
}

static void reason_of(const aco_http_response *response, char *reason, size_t size)
{
	aco_edge_problem_reason(&response->body, response->secrets, reason, size);
}

static const char *advise(const aco_attempt *attempt)
{
	size_t line = find_code(attempt->code);

	return line < CODE_COUNT ? codes[line].advice : NULL;
}

const aco_service aco_edge = {
	.name = "the Edge Network",
	.channel_label = "datastream",
	.read = read_response,
	.reason = reason_of,
	.judge = judge,
	.advice = {
		.unauthorized = "; a new token is asked for",
		.unauthorized_again = "; check client, secret and scope, and whether the datastream asks for them",
		.forbidden = "; check that the client may use this organisation",
		.not_found = "; check the address",
	},
	.advise = advise,
};

void aco_edge_append_path(aco_buf *path, const aco_edge_datastream *datastream)
{
	aco_buf_append_literal(path, COLLECT_PATH "?");
	aco_buf_append_text(path, datastream->parameter);
	aco_buf_append_char(path, '=');
	aco_url_encode(path, datastream->id, strlen(datastream->id));
}

void aco_edge_append_prefix(aco_buf *prefix, const aco_edge_datastream *datastream)
{
	aco_buf_append_char(prefix, '{');
	if (datastream->dataset[0]) {
		aco_buf_append_literal(prefix, "\"meta\":{\"configOverrides\":{\"com_adobe_experience_platform\":{\"datasets\":{"
			"\"event\":{\"datasetId\":\"");
		aco_buf_append_text(prefix, datastream->dataset);
		aco_buf_append_literal(prefix, "\"}}}}},");
	}
	aco_buf_append_literal(prefix, "\"events\":[");
}

aco_channel aco_edge_channel(const aco_edge_datastream *datastream, const char *path, const char *prefix)
{
	return (aco_channel) {
		.service = &aco_edge,
		.name = datastream->id,
		.batch_limit = MAX_EVENTS,
		.max_bytes = ACO_EDGE_MAX_BYTES,
		.rate = ACO_RATE_NONE,
		.prefix = prefix,
		.suffix = "]}",
		.compressed = datastream->compressed,
		.route_count = 1,
		.paths = {path},
	};
}
