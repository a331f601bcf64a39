/* SPDX-License-Identifier: MIT */
#include "src/core/engine/response.h"

#include "src/core/base/count.h"
#include "src/core/base/json_document.h"

#include <json-c/json.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
# include <strings.h>
#else
# define strncasecmp _strnicmp
#endif

#define MAX_MESSAGE 1000
#define MAX_FIELD 200

bool aco_response_is_success(long status)
{
	return status >= 200 && status < 300;
}

bool aco_status_is_retryable(long status)
{
	return status == 408 || status == 429 || status >= 500;
}

/* Nothing was accepted, whatever else the response says. */
static bool says_failed(aco_json_document *document)
{
	const char *text;
	size_t length;

	return aco_json_document_string(document, "status", &text, &length) && length == 6
		&& strncasecmp(text, "FAILED", 6) == 0;
}

bool aco_response_accepted(const aco_buf *body, int64_t *accepted)
{
	aco_json_document *document = aco_json_document_parse(body);
	bool read = document && !says_failed(document) && aco_json_document_int(document, "acceptedCount", accepted)
		&& *accepted >= 0;

	aco_json_document_free(document);
	return read;
}

static void append_message(aco_item_error *error, const char *message, const char *field)
{
	size_t old = error->message ? strlen(error->message) : 0;
	size_t size = old + strlen(message) + 3;
	char *joined;

	if (old + strlen(message) > MAX_MESSAGE || !(joined = realloc(error->message, size))) {
		return;
	}

	snprintf(joined + old, size - old, "%s%s", old ? "; " : "", message);
	error->message = joined;
	if (!error->field && field[0]) {
		error->field = strdup(field);
	}
}

/* One entry {itemIndex, code, message, value}; code names the field. */
static void read_item_error(struct json_object *entry, aco_secrets *secrets, aco_item_error *errors, size_t sent)
{
	char message[MAX_MESSAGE / 2] = "", field[MAX_FIELD] = "";
	const char *text;
	size_t length;
	int64_t index;

	if (!json_object_is_type(entry, json_type_object) || !aco_json_document_int(entry, "itemIndex", &index)
			|| index < 0 || (uint64_t) index >= sent) {
		return;
	}

	if (aco_json_document_string(entry, "code", &text, &length)) {
		aco_secrets_excerpt(secrets, field, sizeof(field), text, length);
	}

	if (aco_json_document_string(entry, "message", &text, &length) && length > 0) {
		aco_secrets_excerpt(secrets, message, sizeof(message), text, length);
	} else {
		snprintf(message, sizeof(message), "the API refuses the item without a message");
	}

	append_message(&errors[index], message, field);
}

size_t aco_response_item_errors(const aco_buf *body, aco_secrets *secrets, aco_item_error *errors, size_t sent)
{
	/* The documentation of price books uses the second name. */
	static const char *const names[] = {"errors", "invalidFeedItems"};
	aco_json_document *document = aco_json_document_parse(body);
	struct json_object *list;
	size_t count = 0;

	for (size_t n = 0; document && n < ACO_COUNT(names); n++) {
		if (json_object_object_get_ex(document, names[n], &list) && json_object_is_type(list, json_type_array)) {
			size_t length = json_object_array_length(list);
			for (size_t i = 0; i < length; i++) {
				read_item_error(json_object_array_get_idx(list, i), secrets, errors, sent);
			}
		}
	}

	aco_json_document_free(document);

	for (size_t i = 0; i < sent; i++) {
		count += errors[i].message != NULL;
	}

	return count;
}

void aco_response_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size)
{
	/* IMS has error and error_description, the API message, its gateway title. */
	static const char *const names[] = {"error_description", "message", "error", "title"};
	aco_json_document *document = aco_json_document_parse(body);
	const char *text;
	size_t length;

	reason[0] = '\0';
	for (size_t n = 0; document && !reason[0] && n < ACO_COUNT(names); n++) {
		if (aco_json_document_string(document, names[n], &text, &length)) {
			aco_secrets_excerpt(secrets, reason, size, text, length);
		}
	}

	aco_json_document_free(document);
}
