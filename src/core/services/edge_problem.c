/* SPDX-License-Identifier: MIT */
#include "src/core/services/edge_problem.h"

#include "src/core/base/count.h"
#include "src/core/base/json_document.h"
#include "src/core/base/utf8.h"

#include <ctype.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CODE_PREFIX "EXEG-"
#define CODE_DIGITS 4
/* The documentation has "event `#1`", "Event `#1`" and "event: `#1`". */
#define EVENT_WORD "vent"
#define EVENT_MARKS "#`"
#define MAX_EVENT 100000
#define MAX_TEXT 512

/* NNNN of a type such as https://ns.adobe.com/aep/errors/EXEG-0104-422. */
static int code_of_type(const char *type)
{
	const char *found = strstr(type, CODE_PREFIX);
	int code = 0;

	if (!found) {
		return 0;
	}

	found += strlen(CODE_PREFIX);

	for (int i = 0; i < CODE_DIGITS; i++) {
		if (!isdigit((unsigned char) found[i])) {
			return 0;
		}

		code = code * 10 + (found[i] - '0');
	}

	return code;
}

/* `secrets` applies to texts that are shown; NULL for texts that are only read. */
static bool member_text(aco_json_document *problem, aco_secrets *secrets, const char *name, char *text, size_t size)
{
	const char *found;
	size_t length;

	if (!aco_json_document_string(problem, name, &found, &length)) {
		return false;
	}
	aco_secrets_excerpt(secrets, text, size, found, length);
	return text[0] != '\0';
}

static int code_of(aco_json_document *problem)
{
	char type[MAX_TEXT];

	return member_text(problem, NULL, "type", type, sizeof(type)) ? code_of_type(type) : 0;
}

int aco_edge_problem_code(const aco_buf *body)
{
	aco_json_document *problem = aco_json_document_parse(body);
	int code = problem ? code_of(problem) : 0;

	aco_json_document_free(problem);
	return code;
}

/* Reads the event number from a text into `event`: -1 none yet, -2 several. */
static void look_for_event(const char *text, int64_t *event)
{
	for (const char *found = text; (found = strstr(found, EVENT_WORD));) {
		char *end;
		long number;

		size_t marks;

		found += strlen(EVENT_WORD);
		found += *found == ':';
		if (*found != ' ') {
			continue;
		}

		found++;
		marks = strspn(found, EVENT_MARKS);
		if (marks == 0 || !isdigit((unsigned char) found[marks])) {
			continue;
		}

		number = strtol(found + marks, &end, 10);
		if (number < 0 || number > MAX_EVENT || (*event != -1 && *event != number)) {
			*event = -2;
			return;
		}

		*event = number;
	}
}

/* The entries of a report's list of errors are strings, or objects with strings. */
static void look_into_report(aco_json_document *problem, int64_t *event)
{
	struct json_object *report, *errors;

	if (!json_object_object_get_ex(problem, "report", &report) || !json_object_is_type(report, json_type_object)
		|| !json_object_object_get_ex(report, "errors", &errors) || !json_object_is_type(errors, json_type_array)) {
		return;
	}

	for (size_t i = 0; i < json_object_array_length(errors) && *event != -2; i++) {
		struct json_object *error = json_object_array_get_idx(errors, i);
		char text[MAX_TEXT];

		if (json_object_is_type(error, json_type_string)) {
			aco_utf8_excerpt(
				text, sizeof(text), json_object_get_string(error), (size_t) json_object_get_string_len(error));
			look_for_event(text, event);
		} else if (json_object_is_type(error, json_type_object)
			&& (member_text(error, NULL, "message", text, sizeof(text))
				|| member_text(error, NULL, "detail", text, sizeof(text))
				|| member_text(error, NULL, "title", text, sizeof(text)))) {
			look_for_event(text, event);
		}
	}
}

int64_t aco_edge_problem_event(const aco_buf *body)
{
	static const char *const names[] = {"title", "detail"};
	aco_json_document *problem = aco_json_document_parse(body);
	int64_t event = -1;
	char text[MAX_TEXT];

	for (size_t i = 0; problem && i < ACO_COUNT(names) && event != -2; i++) {
		if (member_text(problem, NULL, names[i], text, sizeof(text))) {
			look_for_event(text, &event);
		}
	}

	if (problem && event != -2) {
		look_into_report(problem, &event);
	}

	aco_json_document_free(problem);
	return event < 0 ? -1 : event;
}

static bool ends_word(char byte)
{
	return byte == '\0' || isspace((unsigned char) byte) || strchr("\"'<>()[]{},;", byte) != NULL;
}

/* A word with an @ may be a person's address, and messages go to logs. */
static void hide_addresses(char *text)
{
	char *target = text;

	while (*text) {
		size_t length = 0;

		while (!ends_word(text[length])) {
			length++;
		}

		if (memchr(text, '@', length)) {
			*target++ = '*';
		} else {
			memmove(target, text, length);
			target += length;
		}

		text += length;
		if (*text) {
			*target++ = *text++;
		}
	}

	*target = '\0';
}

void aco_edge_problem_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size)
{
	aco_json_document *problem = aco_json_document_parse(body);
	char title[MAX_TEXT] = "", detail[MAX_TEXT] = "", code[MAX_TEXT] = "", text[3 * MAX_TEXT];
	const char *number;

	reason[0] = '\0';

	if (!problem) {
		return;
	}

	member_text(problem, secrets, "title", title, sizeof(title));
	member_text(problem, secrets, "detail", detail, sizeof(detail));

	if (!title[0] && !detail[0]) {
		member_text(problem, secrets, "message", detail, sizeof(detail));
	}

	number = member_text(problem, secrets, "type", code, sizeof(code)) ? strstr(code, CODE_PREFIX) : NULL;
	if (number) {
		code[(size_t) (number - code) + strlen(CODE_PREFIX) + strspn(number + strlen(CODE_PREFIX), "0123456789-")] =
			'\0';
	}

	hide_addresses(title);
	hide_addresses(detail);
	snprintf(text, sizeof(text), "%s%s%s%s%s", number ? number : "", number && (title[0] || detail[0]) ? ": " : "",
		title, title[0] && detail[0] ? ": " : "", detail);
	aco_utf8_excerpt(reason, size, text, strlen(text));
	aco_json_document_free(problem);
}

size_t aco_edge_warnings(const aco_buf *body, int code)
{
	aco_json_document *response = aco_json_document_parse(body);
	struct json_object *warnings;
	size_t count = 0;

	if (response && json_object_object_get_ex(response, "warnings", &warnings)
		&& json_object_is_type(warnings, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(warnings); i++) {
			struct json_object *warning = json_object_array_get_idx(warnings, i);

			count += json_object_is_type(warning, json_type_object) && code_of(warning) == code;
		}
	}

	aco_json_document_free(response);
	return count;
}
