/* SPDX-License-Identifier: MIT */
#include "src/core/services/matches.h"

#include "src/core/base/json_document.h"
#include "src/core/engine/response.h"

#include <json-c/json.h>
#include <stdio.h>

#define SUBJECT "the external matcher"
/* Separates roles that come as one text, as in the metadata of assets. */
#define ROLE_SEPARATOR ';'

/* Members of the responses, by direction. */
static const struct {
	const char *echo;
	const char *list;
	const char *name;
} shapes[] = {
	[ACO_MATCH_PRODUCTS] = {"asset_id", "product_matches", "product_sku"},
	[ACO_MATCH_ASSETS] = {"product_sku", "asset_matches", "asset_id"},
};

static bool refuse(aco_error *error, const char *reason, const char *name)
{
	aco_error_set(error, ACO_E_API, false, SUBJECT " %s%s; nothing was changed", reason, name);
	return false;
}

/* Rejects an unsuccessful response, whether HTTP or the wrapped response says so. */
static bool refuse_status(aco_error *error, long status, const aco_buf *body, aco_secrets *secrets)
{
	char reason[256] = "";

	aco_response_reason(body, secrets, reason, sizeof(reason));
	aco_error_set(error, status == 401 || status == 403 ? ACO_E_AUTHENTICATION : ACO_E_API,
		aco_status_is_retryable(status), SUBJECT " answers HTTP %ld%s%s%s", status, reason[0] ? ": " : "", reason,
		status == 401 || status == 403 ? "; check client id, client secret and organisation"
			: status == 404            ? "; check its address"
				: "");
	error->http_status = status;
	return false;
}

/* An action returns {statusCode, body}, where the body may be text. NULL with a reason. */
static struct json_object *unwrap(aco_matches *matches, aco_secrets *secrets, aco_error *error)
{
	struct json_object *status = aco_json_get(matches->document, "statusCode");
	struct json_object *body = aco_json_get(matches->document, "body");
	aco_buf text = ACO_BUF_INIT;

	if (!json_object_is_type(status, json_type_int)) {
		return matches->document;
	}

	if (!aco_response_is_success((long) json_object_get_int64(status))) {
		const char *json = json_object_is_type(body, json_type_object) ? json_object_to_json_string(body) : "";

		text.data = (char *) json;
		text.length = strlen(json);
		refuse_status(error, (long) json_object_get_int64(status), &text, secrets);

		return NULL;
	}

	if (json_object_is_type(body, json_type_object)) {
		return body;
	}

	if (json_object_is_type(body, json_type_string)) {
		text.data = (char *) json_object_get_string(body);
		text.length = (size_t) json_object_get_string_len(body);
		matches->body = aco_json_document_parse(&text);
	}

	if (!matches->body) {
		refuse(error, "answers without a body", "");
	}

	return matches->body;
}

static bool is_echo(struct json_object *value, const char *name, size_t length)
{
	return !value
		|| (json_object_is_type(value, json_type_string) && (size_t) json_object_get_string_len(value) == length
			&& memcmp(json_object_get_string(value), name, length) == 0);
}

static bool read_body(aco_matches *matches, struct json_object *body, const char *name, size_t length, aco_error *error)
{
	struct json_object *skip = aco_json_get(body, "skip");

	if (!is_echo(aco_json_get(body, shapes[matches->direction].echo), name, length)) {
		return refuse(error, "answers about another ", matches->direction == ACO_MATCH_PRODUCTS ? "asset" : "product");
	}
	if (skip && !json_object_is_type(skip, json_type_boolean)) {
		return refuse(error, "answers with a value that is no boolean in skip", "");
	}

	if (skip && json_object_get_boolean(skip)) {
		matches->skip = true;
		return true;
	}

	matches->list = aco_json_get(body, shapes[matches->direction].list);
	/* A missing list is not an empty one, which would remove all pictures. */
	if (!json_object_is_type(matches->list, json_type_array)) {
		return refuse(error, "answers without the list ", shapes[matches->direction].list);
	}

	matches->count = json_object_array_length(matches->list);
	return matches->count <= ACO_MATCHES_MAX
		|| refuse(error, "answers with too many matches in ", shapes[matches->direction].list);
}

static bool read_document(
	aco_matches *matches, const aco_http_response *response, const char *name, size_t length, aco_error *error)
{
	struct json_object *body;

	if (response->status == 0) {
		aco_error_set(error, response->error.code, response->error.retryable, "no response from " SUBJECT ": %.400s",
			response->error.message);
		error->curl_code = response->error.curl_code;
		return false;
	}

	if (!aco_response_is_success(response->status)) {
		return refuse_status(error, response->status, &response->body, response->secrets);
	}

	matches->document = aco_json_document_parse(&response->body);
	if (!matches->document) {
		aco_error_set(error, ACO_E_TRANSPORT, true, "the response of " SUBJECT " cannot be read; nothing was changed");
		return false;
	}

	body = unwrap(matches, response->secrets, error);
	return body && read_body(matches, body, name, length, error);
}

bool aco_matches_read(aco_matches *matches, const aco_http_response *response, aco_match_direction direction,
	const char *name, size_t length, aco_error *error)
{
	memset(matches, 0, sizeof(*matches));
	matches->direction = direction;
	if (read_document(matches, response, name, length, error)) {
		return true;
	}
	if (error->http_status == 0) {
		error->http_status = response->status;
	}
	memcpy(error->request_id, response->request_id, sizeof(error->request_id));
	return false;
}

/* A whole number, or a list of one; anything else means "no position". */
static int64_t read_position(struct json_object *value)
{
	int64_t position;

	if (json_object_is_type(value, json_type_array) && json_object_array_length(value) == 1) {
		value = json_object_array_get_idx(value, 0);
	}
	if (!json_object_is_type(value, json_type_int)) {
		return ACO_MATCH_NO_POSITION;
	}
	position = json_object_get_int64(value);
	return position < 0 || position > INT32_MAX ? ACO_MATCH_NO_POSITION : position;
}

static size_t count_roles(struct json_object *roles)
{
	size_t count = 1;

	if (json_object_is_type(roles, json_type_array)) {
		return json_object_array_length(roles);
	}
	if (!json_object_is_type(roles, json_type_string)) {
		return 0;
	}

	for (const char *p = json_object_get_string(roles); *p; p++) {
		count += *p == ROLE_SEPARATOR;
	}

	return count;
}

/* A string or a list of strings; absent means none. */
static bool are_roles(struct json_object *roles)
{
	size_t count = json_object_is_type(roles, json_type_array) ? json_object_array_length(roles) : 0;

	for (size_t i = 0; i < count; i++) {
		if (!json_object_is_type(json_object_array_get_idx(roles, i), json_type_string)) {
			return false;
		}
	}
	return !roles || json_object_is_type(roles, json_type_string) || json_object_is_type(roles, json_type_array);
}

static bool is_video(struct json_object *format)
{
	const char *text = json_object_is_type(format, json_type_string) ? json_object_get_string(format) : "";

	return strncmp(text, "video", 5) == 0 || strncmp(text, "Video", 5) == 0 || strncmp(text, "VIDEO", 5) == 0;
}

bool aco_matches_get(const aco_matches *matches, size_t index, aco_match *match, aco_error *error)
{
	struct json_object *entry = json_object_array_get_idx(matches->list, index);
	struct json_object *name = aco_json_get(entry, shapes[matches->direction].name);

	if (!json_object_is_type(name, json_type_string) || json_object_get_string_len(name) == 0) {
		aco_error_set(error, ACO_E_API, false, SUBJECT " answers with an entry %zu of %s that has no %s; nothing was changed",
			index, shapes[matches->direction].list, shapes[matches->direction].name);
		return false;
	}

	match->roles = aco_json_get(entry, "asset_roles");
	if (!are_roles(match->roles)) {
		aco_error_set(error, ACO_E_API, false, SUBJECT " answers with an entry %zu of %s whose asset_roles are no text and no list of texts; nothing was changed",
			index, shapes[matches->direction].list);
		return false;
	}

	match->name = json_object_get_string(name);
	match->name_length = (size_t) json_object_get_string_len(name);
	match->video = is_video(aco_json_get(entry, "asset_format"));
	match->position = read_position(aco_json_get(entry, "asset_position"));
	match->role_count = count_roles(match->roles);

	return true;
}

static void trim(const char **text, size_t *length)
{
	while (*length > 0 && (**text == ' ' || **text == '\t')) {
		(*text)++;
		(*length)--;
	}
	while (*length > 0 && ((*text)[*length - 1] == ' ' || (*text)[*length - 1] == '\t')) {
		(*length)--;
	}
}

bool aco_match_role(const aco_match *match, size_t index, const char **text, size_t *length)
{
	if (json_object_is_type(match->roles, json_type_array)) {
		struct json_object *role = json_object_array_get_idx(match->roles, index);

		*text = json_object_get_string(role);
		*length = (size_t) json_object_get_string_len(role);
	} else {
		*text = json_object_get_string(match->roles);
		for (; index > 0; index--) {
			*text = strchr(*text, ROLE_SEPARATOR) + 1;
		}

		*length = strcspn(*text, ";");
	}

	trim(text, length);
	return *length > 0;
}

void aco_matches_free(aco_matches *matches)
{
	aco_json_document_free(matches->body);
	aco_json_document_free(matches->document);
	memset(matches, 0, sizeof(*matches));
}
