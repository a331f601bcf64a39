#include "aco_media.h"

#include "aco_utf8.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

/* What Commerce says of an address that none of its modules serves. */
#define NO_ROUTE_MESSAGE "Request does not match any route"
#define NO_ROUTE 1

#define MAX_TEXT 512
#define MAX_PARAMETERS 20

static const char *const operations[ACO_MEDIA_ROUTE_COUNT] = {
	[ACO_MEDIA_SYNC_ASSET] = "sync-asset",
	[ACO_MEDIA_IMAGE] = "image",
	[ACO_MEDIA_VIDEO] = "video",
	[ACO_MEDIA_PRODUCT] = "asset",
	[ACO_MEDIA_REMOVE_ASSET] = "remove-by-asset-id",
	[ACO_MEDIA_REMOVE_ASSET_AND_SKU] = "remove-by-asset-id-and-sku",
	[ACO_MEDIA_REMOVE_SKU] = "remove-by-sku",
};

/* The parameter of a place such as %1 or %fieldName; NULL when there is none. */
static const char *find_parameter(struct json_object *parameters, const char *place, size_t length)
{
	char name[64];
	struct json_object *value = NULL;

	if (length == 0 || length >= sizeof(name)) {
		return NULL;
	}
	memcpy(name, place, length);
	name[length] = '\0';
	if (json_object_is_type(parameters, json_type_object)) {
		json_object_object_get_ex(parameters, name, &value);
	} else if (json_object_is_type(parameters, json_type_array)) {
		unsigned number;

		if (sscanf(name, "%u", &number) == 1 && number >= 1 && number <= MAX_PARAMETERS) {
			value = json_object_array_get_idx(parameters, number - 1);
		}
	}
	return json_object_is_type(value, json_type_string) || json_object_is_type(value, json_type_int) ? json_object_get_string(value) : NULL;
}

static size_t place_length(const char *text)
{
	return strspn(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
}

static void append(char *target, size_t size, size_t *length, const char *text, size_t text_length)
{
	size_t room = size - 1 - *length;

	if (text_length > room) {
		text_length = room;
	}
	memcpy(target + *length, text, text_length);
	*length += text_length;
	target[*length] = '\0';
}

void aco_media_reason(const aco_buf *body, char *reason, size_t size)
{
	aco_json_document *answer = aco_json_document_parse(body);
	struct json_object *parameters = NULL;
	char text[MAX_TEXT] = "";
	const char *message;
	size_t length = 0, message_length;

	reason[0] = '\0';
	if (!answer) {
		return;
	}
	json_object_object_get_ex(answer, "parameters", &parameters);
	if (aco_json_document_string(answer, "message", &message, &message_length)) {
		for (const char *at = message; *at && length < sizeof(text) - 1; ) {
			size_t plain = strcspn(at, "%"), place = at[plain] ? place_length(at + plain + 1) : 0;
			const char *value = place ? find_parameter(parameters, at + plain + 1, place) : NULL;

			append(text, sizeof(text), &length, at, plain);
			at += plain;
			if (value) {
				append(text, sizeof(text), &length, value, strlen(value));
				at += 1 + place;
			} else if (*at) {
				append(text, sizeof(text), &length, at++, 1);
			}
		}
		aco_utf8_excerpt(reason, size, text, length);
	}
	aco_json_document_free(answer);
	if (!reason[0]) {
		aco_response_reason(body, reason, size);
	}
}

static void read_answer(const aco_http_response *response, aco_attempt *attempt, aco_item_error **errors)
{
	char reason[MAX_TEXT];

	(void) errors;
	if (response->status == 404) {
		aco_media_reason(&response->body, reason, sizeof(reason));
		attempt->code = strncmp(reason, NO_ROUTE_MESSAGE, strlen(NO_ROUTE_MESSAGE)) == 0 ? NO_ROUTE : 0;
	}
}

static aco_verdict judge(const aco_attempt *attempt)
{
	if (attempt->status >= 200 && attempt->status < 300) {
		return ACO_VERDICT_DELIVERED;
	}
	switch (attempt->status) {
		case 400:
		case 409:
		case 413:
		case 422:
			return ACO_VERDICT_WHOLE;
		case 404:
			return attempt->code == NO_ROUTE ? ACO_VERDICT_HOPELESS : ACO_VERDICT_WHOLE;
		default:
			return aco_verdict_of_status(attempt);
	}
}

static const char *advise(const aco_attempt *attempt)
{
	switch (attempt->status) {
		case 401:
			return attempt->token_renewed ? "; check the credentials of the integration" : "; signed anew";
		case 403:
			return "; the integration needs the resource Products > External Media";
		case 404:
			return attempt->code == NO_ROUTE ? "; check the address, and that the store has the integration's extension in a version that knows this" : "";
		default:
			return "";
	}
}

const aco_service aco_media = {
	.name = "Commerce",
	.channel_label = "store",
	.read = read_answer,
	.reason = aco_media_reason,
	.judge = judge,
	.advise = advise,
};

const aco_channel *aco_media_channel(aco_engine *engine)
{
	const char *base = aco_engine_tenant_url(engine);
	aco_buf urls[ACO_MEDIA_ROUTE_COUNT] = {0};
	const aco_channel *channel = NULL;
	aco_channel wanted = {
		.service = &aco_media,
		.name = "Commerce",
		.batch_limit = 1,
		.prefix = "",
		.suffix = "",
		.route_count = ACO_MEDIA_ROUTE_COUNT,
		.deleting = 1u << ACO_MEDIA_REMOVE_ASSET | 1u << ACO_MEDIA_REMOVE_ASSET_AND_SKU | 1u << ACO_MEDIA_REMOVE_SKU,
	};
	bool failed = false;

	for (size_t route = 0; route < ACO_MEDIA_ROUTE_COUNT; route++) {
		aco_buf_append(&urls[route], base, strlen(base));
		aco_buf_append_literal(&urls[route], ACO_MEDIA_PATH);
		aco_buf_append(&urls[route], operations[route], strlen(operations[route]) + 1);
		wanted.urls[route] = urls[route].data;
		failed |= urls[route].failed;
	}
	if (!failed) {
		channel = aco_engine_channel(engine, &wanted);
	}
	for (size_t route = 0; route < ACO_MEDIA_ROUTE_COUNT; route++) {
		aco_buf_free(&urls[route]);
	}
	return channel;
}
