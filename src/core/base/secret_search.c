/* SPDX-License-Identifier: MIT */
#include "src/core/base/secret_search.h"

#include "src/core/base/secret_escapes.h"
#include "src/core/base/secrets.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

/* Limit on comparisons after the first at each position; ordinary text needs less than one per byte. */
#define MAX_STEPS 16000000
/* Alternative readings of a position that are kept for later. */
#define MAX_PENDING 32

typedef struct place {
	size_t at;
	size_t matched;
} place;

typedef struct needle {
	const char *bytes;
	size_t length;
	bool base64;
} needle;

/* Adds a view of the text with one kind of escape decoded, unless the text has none. False when out of memory. */
static bool add_view(aco_secret_search *search, char lead)
{
	const aco_secret_view *raw = &search->views[0];
	aco_secret_view *view = &search->views[search->view_count];
	size_t written = 0, length;

	if (!memchr(raw->text, lead, raw->length)) {
		return true;
	}

	search->view_count++;
	view->decoded = malloc(raw->length);
	view->origins = malloc((raw->length + 1) * sizeof(*view->origins));
	if (!view->decoded || !view->origins) {
		return false;
	}

	for (size_t i = 0; i < raw->length; i += length) {
		aco_secret_reading reading;

		length = raw->text[i] == lead ? aco_secret_decode_escape(raw->text + i, raw->length - i, &reading) : 0;
		if (length == 0) {
			reading = (aco_secret_reading) {.bytes = {(unsigned char) raw->text[i]}, .count = 1};
			length = 1;
		}

		for (size_t byte = 0; byte < reading.count; byte++) {
			view->origins[written] = i;
			view->decoded[written++] = (char) reading.bytes[byte];
		}
	}

	view->origins[written] = raw->length;
	view->text = view->decoded;
	view->length = written;

	return true;
}

bool aco_secret_search_begin(aco_secret_search *search, const char *text, size_t length, bool cut)
{
	*search = (aco_secret_search) {
		.views = {{.text = text, .length = length}}, .view_count = 1, .cut = cut, .steps = MAX_STEPS};
	search->hidden = calloc(length + 1, 1);
	return search->hidden
		&& (length == 0 || (add_view(search, '%') && add_view(search, '\\') && add_view(search, '&')));
}

static void wipe(void *memory, size_t size)
{
	if (memory) {
		OPENSSL_cleanse(memory, size);
		free(memory);
	}
}

void aco_secret_search_end(aco_secret_search *search)
{
	for (size_t i = 1; i < search->view_count; i++) {
		wipe(search->views[i].decoded, search->views[i].length);
		free(search->views[i].origins);
	}
	free(search->hidden);
	search->hidden = NULL;
	search->view_count = 0;
}

static bool is_escape(char byte)
{
	return byte == '%' || byte == '\\' || byte == '&';
}

/* A space is + in a form, and Base64 has two alphabets. */
static bool is_same(const needle *needle, char wanted, char byte)
{
	if (wanted == byte) {
		return true;
	}
	if (needle->base64) {
		return (wanted == '+' && (byte == '-' || byte == ' ')) || (wanted == '/' && byte == '_');
	}
	return wanted == ' ' && byte == '+';
}

static bool begins_with(const needle *needle, size_t matched, const aco_secret_reading *reading)
{
	if (reading->count > needle->length - matched) {
		return false;
	}
	for (size_t i = 0; i < reading->count; i++) {
		if (!is_same(needle, needle->bytes[matched + i], (char) reading->bytes[i])) {
			return false;
		}
	}
	return true;
}

/* Saves the alternative readings of the position as an escape; false when there is no room. */
static bool follow_escapes(const aco_secret_view *view, const needle *needle, place from, place *pending, size_t *count)
{
	aco_secret_reading readings[ACO_SECRET_READINGS];
	size_t found = aco_secret_read_escape(view->text + from.at, view->length - from.at, readings);

	for (size_t i = 0; i < found; i++) {
		if (!begins_with(needle, from.matched, &readings[i])) {
			continue;
		}
		if (*count == MAX_PENDING) {
			return false;
		}

		pending[(*count)++] = (place) {from.at + readings[i].length, from.matched + readings[i].count};
	}

	return true;
}

/* How much of the needle matches from a position on, in the longest reading; false when the work limit is reached. */
static bool walk(aco_secret_search *search, const aco_secret_view *view, const needle *needle, size_t start,
	place *farthest)
{
	place pending[MAX_PENDING] = {{start, 0}};
	size_t count = 1;

	*farthest = pending[0];
	while (count > 0) {
		place at = pending[--count];

		while (at.at < view->length && at.matched < needle->length) {
			if (search->steps-- == 0) {
				search->steps = 0;
				return false;
			}

			if (is_escape(view->text[at.at]) && !follow_escapes(view, needle, at, pending, &count)) {
				return false;
			}
			if (!is_same(needle, needle->bytes[at.matched], view->text[at.at])) {
				break;
			}

			at.at++;
			at.matched++;
		}

		if (at.matched > farthest->matched || (at.matched == farthest->matched && at.at > farthest->at)) {
			*farthest = at;
		}
	}

	return true;
}

/* Whether the matched part is long enough to give the secret away. */
static bool is_enough(const aco_secret_search *search, const aco_secret_view *view, const needle *needle, place end)
{
	size_t half = (needle->length + 1) / 2;

	if (end.matched == needle->length || end.matched >= ACO_SECRET_PART) {
		return true;
	}
	/* The text was cut by someone else. */
	return end.at == view->length && end.matched > 0
		&& (search->cut || (end.matched >= ACO_SECRET_FROM && end.matched >= half));
}

static bool is_base64(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
		|| byte == '+' || byte == '/' || byte == '-' || byte == '_';
}

static void mark(aco_secret_search *search, const aco_secret_view *view, const needle *needle, size_t from, size_t to,
	bool begins_before)
{
	if (needle->base64) {
		from -= begins_before && from > 0 && is_base64(view->text[from - 1]);
		to += to < view->length && is_base64(view->text[to]);
		for (size_t i = 0; i < 2 && to < view->length && view->text[to] == '='; i++) {
			to++;
		}
	}

	if (view->origins) {
		from = view->origins[from];
		to = view->origins[to];
	}

	memset(search->hidden + from, 1, to - from);
	search->found = true;
}

static bool look_into(aco_secret_search *search, const aco_secret_view *view, const needle *needle, bool begins_before)
{
	for (size_t i = 0; i < view->length; i++) {
		place end;

		if (!is_escape(view->text[i]) && !is_same(needle, needle->bytes[0], view->text[i])) {
			continue;
		}
		if (!walk(search, view, needle, i, &end)) {
			return false;
		}
		if (is_enough(search, view, needle, end)) {
			mark(search, view, needle, i, end.at, begins_before);
		}
	}

	return true;
}

static bool look_for(aco_secret_search *search, const needle *needle, bool begins_before)
{
	for (size_t i = 0; i < search->view_count; i++) {
		if (!look_into(search, &search->views[i], needle, begins_before)) {
			return false;
		}
	}
	return true;
}

bool aco_secret_search_plain(aco_secret_search *search, const char *secret, size_t length)
{
	const needle needle = {.bytes = secret, .length = length};

	return look_for(search, &needle, false);
}

bool aco_secret_search_base64(aco_secret_search *search, const char *piece, size_t length, bool begins_before)
{
	const needle needle = {.bytes = piece, .length = length, .base64 = true};

	return look_for(search, &needle, begins_before);
}
