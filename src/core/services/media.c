/* SPDX-License-Identifier: MIT */
#include "src/core/services/media.h"

#include "src/core/base/json_document.h"


#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

/* Commerce's message for an address that none of its modules serves. */
#define NO_ROUTE_MESSAGE "Request does not match any route"
#define NO_ROUTE 1

#define MAX_TEXT 512
/* Limit of a message with its parameters, before secrets are masked and it is cut. */
#define MAX_RAW_TEXT ACO_SECRETS_WINDOW
#define MAX_PARAMETERS 20

/* The parameter for a placeholder such as %1 or %fieldName; NULL if there is none. */
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

	return json_object_is_type(value, json_type_string) || json_object_is_type(value, json_type_int)
		? json_object_get_string(value)
		: NULL;
}

static size_t place_length(const char *text)
{
	return strspn(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
}

/* Inserts the parameters into the message, up to a length beyond what is shown. */
static void append_message(aco_buf *text, const char *message, struct json_object *parameters)
{
	for (const char *at = message; *at && text->length < MAX_RAW_TEXT && !text->failed; ) {
		size_t plain = strcspn(at, "%"), place = at[plain] ? place_length(at + plain + 1) : 0;
		const char *value = place ? find_parameter(parameters, at + plain + 1, place) : NULL;

		aco_buf_append(text, at, plain);
		at += plain;

		if (value) {
			aco_buf_append_text(text, value);
			at += 1 + place;
		} else if (*at) {
			aco_buf_append(text, at++, 1);
		}
	}
}

void aco_media_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size)
{
	aco_json_document *response = aco_json_document_parse(body);
	struct json_object *parameters = NULL;
	aco_buf text = ACO_BUF_INIT;
	const char *message;
	size_t length;

	reason[0] = '\0';

	if (!response) {
		return;
	}

	json_object_object_get_ex(response, "parameters", &parameters);

	if (aco_json_document_string(response, "message", &message, &length)) {
		append_message(&text, message, parameters);
		if (!text.failed) {
			aco_secrets_excerpt(secrets, reason, size, text.data, text.length);
		}

		aco_buf_wipe(&text);
	}

	aco_json_document_free(response);

	if (!reason[0]) {
		aco_response_reason(body, secrets, reason, size);
	}
}

static void read_response(const aco_http_response *response, aco_attempt *attempt, aco_item_error **errors)
{
	char reason[MAX_TEXT];

	(void) errors;
	if (response->status == 404) {
		/* Secrets must not influence the meaning; this text is never shown. */
		aco_media_reason(&response->body, NULL, reason, sizeof(reason));
		attempt->code = strncmp(reason, NO_ROUTE_MESSAGE, strlen(NO_ROUTE_MESSAGE)) == 0 ? NO_ROUTE : 0;
	}
}

static aco_verdict judge(const aco_attempt *attempt)
{
	if (aco_response_is_success(attempt->status)) {
		return ACO_VERDICT_DELIVERED;
	}

	switch (attempt->status) {
		case 400:
		case 409:
		case 413:
		case 422:
			return ACO_VERDICT_BAD_REQUEST;
		case 404:
			return attempt->code == NO_ROUTE ? ACO_VERDICT_PERMANENT : ACO_VERDICT_BAD_REQUEST;
		default:
			return aco_verdict_of_status(attempt);
	}
}

static void reason_of(const aco_http_response *response, char *reason, size_t size)
{
	aco_media_reason(&response->body, response->secrets, reason, size);
}

static const char *advise(const aco_attempt *attempt)
{
	return attempt->code == NO_ROUTE ? "; check the address, and that the store has the integration's extension in a version that knows this" : NULL;
}

const aco_service aco_media = {
	.name = "Commerce",
	.channel_label = "store",
	.read = read_response,
	.reason = reason_of,
	.judge = judge,
	.advice = {
		.unauthorized = "; signed anew",
		.unauthorized_again = "; check the credentials of the integration",
		.forbidden = "; the integration needs the resource Products > External Media",
	},
	.advise = advise,
};

const aco_channel aco_media_channel = {
	.service = &aco_media,
	.name = "Commerce",
	.batch_limit = 1,
	.prefix = "",
	.suffix = "",
	.route_count = ACO_MEDIA_ROUTE_COUNT,
	.deleting = 1u << ACO_MEDIA_REMOVE_ASSET | 1u << ACO_MEDIA_REMOVE_ASSET_AND_SKU | 1u << ACO_MEDIA_REMOVE_SKU,
	.paths = {
		[ACO_MEDIA_SYNC_ASSET] = (ACO_MEDIA_PATH "sync-asset"),
		[ACO_MEDIA_IMAGE] = (ACO_MEDIA_PATH "image"),
		[ACO_MEDIA_VIDEO] = (ACO_MEDIA_PATH "video"),
		[ACO_MEDIA_PRODUCT] = (ACO_MEDIA_PATH "asset"),
		[ACO_MEDIA_REMOVE_ASSET] = (ACO_MEDIA_PATH "remove-by-asset-id"),
		[ACO_MEDIA_REMOVE_ASSET_AND_SKU] = (ACO_MEDIA_PATH "remove-by-asset-id-and-sku"),
		[ACO_MEDIA_REMOVE_SKU] = (ACO_MEDIA_PATH "remove-by-sku"),
	},
};
