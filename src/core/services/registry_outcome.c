/* SPDX-License-Identifier: MIT */
#include "src/core/services/registry.h"

#include "src/core/base/count.h"
#include "src/core/base/json_document.h"
#include "src/core/engine/response.h"

#include <ctype.h>
#include <json-c/json.h>
#include <stdio.h>

#define MAX_PATH_PARTS 16

/* The documented messages; a longer message that begins with one of them counts as that message. */
static const struct {
	const char *message;
	aco_registry_verdict verdict;
	bool retryable;
	bool stale_token;
	const char *advice;
} messages[] = {
	{"IMS Org ID not associated to this Commerce", ACO_REGISTRY_CONFIGURATION, false, false,
		"check the environment id, and that the Commerce Services Connector is linked to the IMS organisation"},
	{"Client ID is invalid", ACO_REGISTRY_AUTHENTICATION, false, false, "check the public API key"},
	{"Client ID is missing", ACO_REGISTRY_AUTHENTICATION, false, false, "check the public API key"},
	{"JWT is required", ACO_REGISTRY_AUTHENTICATION, false, false, "something on the way may drop the header x-gw-signature"},
	{"JWT is invalid", ACO_REGISTRY_AUTHENTICATION, false, true, "check that private key and public API key belong together, and the clock of this host"},
	{"Tenant already exists", ACO_REGISTRY_EXISTS, false, false, ""},
	{"Unexpected error when connecting with AEM Assets", ACO_REGISTRY_CONFIGURATION, false, false, "check program id and environment id"},
	{"Unable to connect with AEM Assets", ACO_REGISTRY_STATE, true, false,
		"check that AEM belongs to the same IMS organisation; or no approved asset has commerce:isCommerce yet: approve one and try again"},
	{"Unexpected error when connecting with Commerce", ACO_REGISTRY_CONFIGURATION, false, false, "check the base URL of Commerce"},
	{"Unable to connect with Commerce, unauthorized", ACO_REGISTRY_CONFIGURATION, false, false, "check the OAuth credentials of the Commerce integration"},
	{"Invalid rule. The value must be matchBySKU or externalMatcher", ACO_REGISTRY_CALLER_BUG, false, false, ""},
};

#define MESSAGE_COUNT ACO_COUNT(messages)

/* How GraphQL servers say that an input has an unknown field, or lacks a field. */
static const char *const field_phrases[] = {
	"not defined", "unknown", "not in '", "undefined", "not exist", "not provided", "unrecognized"};

/* GraphQL error codes that several servers use. */
static const struct {
	const char *code;
	aco_registry_verdict verdict;
} codes[] = {
	{"UNAUTHENTICATED", ACO_REGISTRY_AUTHENTICATION},
	{"FORBIDDEN", ACO_REGISTRY_AUTHENTICATION},
	{"BAD_USER_INPUT", ACO_REGISTRY_CALLER_BUG},
	{"GRAPHQL_VALIDATION_FAILED", ACO_REGISTRY_CALLER_BUG},
	{"GRAPHQL_PARSE_FAILED", ACO_REGISTRY_CALLER_BUG},
	{"INTERNAL_SERVER_ERROR", ACO_REGISTRY_TRANSPORT},
};

static bool begins_with(const char *text, const char *word)
{
	for (; *word; text++, word++) {
		if (tolower((unsigned char) *text) != tolower((unsigned char) *word)) {
			return false;
		}
	}
	return true;
}

static bool holds(const char *text, const char *word)
{
	for (; *text; text++) {
		if (begins_with(text, word)) {
			return true;
		}
	}
	return false;
}

static bool is_of_a_name(char byte)
{
	return isalnum((unsigned char) byte) || byte == '_';
}

/* Matches whole words, case-sensitively. */
static bool names(const char *text, const char *name)
{
	size_t length = strlen(name);

	for (const char *found = strstr(text, name); found; found = strstr(found + 1, name)) {
		if ((found == text || !is_of_a_name(found[-1])) && !is_of_a_name(found[length])) {
			return true;
		}
	}
	return false;
}

static bool is_about_dialect(const char *message)
{
	if (!names(message, "rule") && !names(message, "ruleType")) {
		return false;
	}
	for (size_t i = 0; i < ACO_COUNT(field_phrases); i++) {
		if (holds(message, field_phrases[i])) {
			return true;
		}
	}
	return false;
}

static size_t find_message(const char *message)
{
	size_t i = 0;

	message += strspn(message, " \t\r\n");
	while (i < MESSAGE_COUNT && !begins_with(message, messages[i].message)) {
		i++;
	}
	return i;
}

/* The raw string; "" for any other value. */
static const char *text_of(struct json_object *value)
{
	return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : "";
}

/* Copies the string in a form fit to be shown; false when it is not a string or blank. */
static bool copy_text(struct json_object *value, aco_secrets *secrets, char *target, size_t size)
{
	target[0] = '\0';
	if (json_object_is_type(value, json_type_string)) {
		aco_secrets_excerpt(
			secrets, target, size, json_object_get_string(value), (size_t) json_object_get_string_len(value));
	}
	return target[strspn(target, " ")] != '\0';
}

static void copy_path(struct json_object *value, aco_secrets *secrets, char *target, size_t size)
{
	size_t length = 0, count;

	if (!json_object_is_type(value, json_type_array)) {
		copy_text(value, secrets, target, size);
		return;
	}

	count = json_object_array_length(value);
	target[0] = '\0';

	for (size_t i = 0; i < count && i < MAX_PATH_PARTS; i++) {
		struct json_object *part = json_object_array_get_idx(value, i);
		char text[64] = "";

		if (json_object_is_type(part, json_type_int)) {
			snprintf(text, sizeof(text), "%lld", (long long) json_object_get_int64(part));
		} else if (!copy_text(part, secrets, text, sizeof(text))) {
			continue;
		}

		if (length + strlen(text) + 2 > size) {
			break;
		}

		length += (size_t) snprintf(target + length, size - length, "%s%s", length ? "." : "", text);
	}
}

static void set_verdict(aco_registry_outcome *outcome, aco_registry_verdict verdict, const aco_http_response *response,
	bool retryable, const char *message, const char *advice)
{
	outcome->verdict = verdict;
	aco_error_set(&outcome->error,
		verdict == ACO_REGISTRY_TRANSPORT && response->status == 0 ? response->error.code : ACO_E_API, retryable,
		"the asset service: %s%s%s", message, advice[0] ? "; " : "", advice);
	outcome->error.http_status = response->status;
	outcome->error.curl_code = response->status == 0 ? response->error.curl_code : 0;
	memcpy(outcome->error.request_id, response->request_id, sizeof(outcome->error.request_id));
}

/* Handles a documented message, raw and as shown; false for any other. */
static bool judge_message(
	aco_registry_outcome *outcome, const char *raw, const char *message, const aco_http_response *response)
{
	size_t i = find_message(raw);

	if (i == MESSAGE_COUNT) {
		return false;
	}
	set_verdict(outcome, messages[i].verdict, response, messages[i].retryable, message, messages[i].advice);
	outcome->stale_token = messages[i].stale_token;
	return true;
}

/* {"error_code", "message"} or {"error": {"message", …}}. */
static const char *read_gateway_message(struct json_object *root, aco_secrets *secrets, char *message, size_t size)
{
	struct json_object *value = aco_json_get_typed(root, "message", json_type_string);

	if (!copy_text(value, secrets, message, size)) {
		value = aco_json_get_typed(aco_json_get_typed(root, "error", json_type_object), "message", json_type_string);
		copy_text(value, secrets, message, size);
	}
	return text_of(value);
}

static void judge_status(aco_registry_outcome *outcome, struct json_object *root, const aco_http_response *response)
{
	long status = response->status;
	char message[256] = "", text[320] = "";
	bool transient = aco_status_is_retryable(status);
	const char *raw = read_gateway_message(root, response->secrets, message, sizeof(message));

	if (!transient && judge_message(outcome, raw, message, response)) {
		return;
	}

	snprintf(text, sizeof(text), "HTTP %ld%s%s", status, message[0] ? ": " : "", message);
	outcome->transient = transient;

	if (transient) {
		set_verdict(outcome, ACO_REGISTRY_TRANSPORT, response, true, text, "");
	} else if (status == 401 || status == 403) {
		set_verdict(outcome, ACO_REGISTRY_AUTHENTICATION, response, false, text, "check API key, private key and environment id");
	} else if (status == 400 || status == 422) {
		set_verdict(outcome, ACO_REGISTRY_CALLER_BUG, response, false, text, "");
	} else {
		set_verdict(outcome, ACO_REGISTRY_CONFIGURATION, response, false, text, "check the address of the service");
	}
}

/* `raw` receives the messages unmodified. */
static void add_errors(aco_registry_outcome *outcome, struct json_object *list, aco_secrets *secrets,
	const char *raw[ACO_REGISTRY_MAX_ERRORS])
{
	size_t count = json_object_array_length(list);

	for (size_t i = 0; i < ACO_REGISTRY_MAX_ERRORS; i++) {
		raw[i] = "";
	}

	for (size_t i = 0; i < count && outcome->count < ACO_REGISTRY_MAX_ERRORS; i++) {
		struct json_object *entry = json_object_array_get_idx(list, i), *path = NULL;
		aco_registry_error *error = &outcome->errors[outcome->count];

		if (json_object_is_type(entry, json_type_string)) {
			raw[outcome->count] = text_of(entry);
			copy_text(entry, secrets, error->message, sizeof(error->message));
			error->path[0] = '\0';
		} else if (json_object_is_type(entry, json_type_object)) {
			raw[outcome->count] = text_of(aco_json_get_typed(entry, "message", json_type_string));

			if (!copy_text(aco_json_get_typed(entry, "message", json_type_string), secrets,
					error->message, sizeof(error->message))) {
				snprintf(error->message, sizeof(error->message), "an error without a message");
			}

			json_object_object_get_ex(entry, "path", &path);
			copy_path(path, secrets, error->path, sizeof(error->path));
		} else {
			continue;
		}

		outcome->count++;
	}
}

static const char *code_of(struct json_object *error)
{
	struct json_object *code = aco_json_get_typed(
		aco_json_get_typed(error, "extensions", json_type_object), "code", json_type_string);

	return code ? json_object_get_string(code) : "";
}

static aco_registry_verdict verdict_of_code(const char *code)
{
	for (size_t i = 0; i < ACO_COUNT(codes); i++) {
		if (strcmp(codes[i].code, code) == 0) {
			return codes[i].verdict;
		}
	}
	return ACO_REGISTRY_UNKNOWN;
}

static void judge_graphql_errors(
	aco_registry_outcome *outcome, struct json_object *list, const aco_http_response *response)
{
	aco_registry_verdict verdict = verdict_of_code(code_of(json_object_array_get_idx(list, 0)));
	const char *raw[ACO_REGISTRY_MAX_ERRORS];

	add_errors(outcome, list, response->secrets, raw);

	for (size_t i = 0; i < outcome->count; i++) {
		outcome->other_dialect |= is_about_dialect(raw[i]);
	}

	for (size_t i = 0; i < outcome->count; i++) {
		if (judge_message(outcome, raw[i], outcome->errors[i].message, response)) {
			return;
		}
	}

	if (outcome->other_dialect || (verdict == ACO_REGISTRY_UNKNOWN && response->status == 400)) {
		verdict = ACO_REGISTRY_CALLER_BUG;
	}

	outcome->transient = verdict == ACO_REGISTRY_TRANSPORT;
	set_verdict(outcome, verdict, response, outcome->transient,
		outcome->count > 0 ? outcome->errors[0].message : "errors that cannot be read", "");
}

/* The operation's own errors: any error other than "the tenant exists" decides. */
static void judge_user_errors(
	aco_registry_outcome *outcome, struct json_object *list, const aco_http_response *response)
{
	const char *raw[ACO_REGISTRY_MAX_ERRORS];

	add_errors(outcome, list, response->secrets, raw);

	for (size_t i = 0; i < outcome->count; i++) {
		if (!judge_message(outcome, raw[i], outcome->errors[i].message, response)) {
			set_verdict(outcome, ACO_REGISTRY_UNKNOWN, response, false, outcome->errors[i].message, "");
		}
		if (outcome->verdict != ACO_REGISTRY_EXISTS) {
			return;
		}
	}

	if (outcome->count == 0) {
		set_verdict(outcome, ACO_REGISTRY_UNKNOWN, response, false, "errors that cannot be read", "");
	}
}

static bool has_entries(struct json_object *list)
{
	return list && json_object_array_length(list) > 0;
}

static void judge_data(aco_registry_outcome *outcome, struct json_object *root, const aco_http_response *response)
{
	struct json_object *result = aco_json_get_typed(
		aco_json_get_typed(root, "data", json_type_object), "registerTenant", json_type_object);
	struct json_object *user_errors = aco_json_get_typed(result, "userErrors", json_type_array);
	bool told = copy_text(aco_json_get_typed(result, "tenantId", json_type_string), response->secrets,
		outcome->tenant_id, sizeof(outcome->tenant_id));

	if (has_entries(user_errors)) {
		judge_user_errors(outcome, user_errors, response);
	} else if (told) {
		outcome->verdict = ACO_REGISTRY_REGISTERED;
	} else {
		set_verdict(outcome, ACO_REGISTRY_TRANSPORT, response, true, "the response holds neither a tenant id nor an error", "");
	}
}

void aco_registry_read(aco_registry_outcome *outcome, const aco_http_response *response)
{
	struct json_object *root, *errors;

	memset(outcome, 0, sizeof(*outcome));

	if (response->status == 0) {
		outcome->transient = response->error.retryable;
		set_verdict(outcome, ACO_REGISTRY_TRANSPORT, response, response->error.retryable, response->error.message, "");
		return;
	}

	root = aco_json_document_parse(&response->body);
	errors = aco_json_get_typed(root, "errors", json_type_array);

	/* GraphQL servers respond with 400 to what they reject before running it. */
	if (has_entries(errors) && response->status < 500) {
		judge_graphql_errors(outcome, errors, response);
	} else if (response->status < 200 || response->status >= 300) {
		judge_status(outcome, root, response);
	} else if (!root) {
		set_verdict(outcome, ACO_REGISTRY_TRANSPORT, response, true, "the response cannot be read", "");
	} else {
		judge_data(outcome, root, response);
	}

	aco_json_document_free(root);
}
