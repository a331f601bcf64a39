/* SPDX-License-Identifier: MIT */
#include "src/core/base/secret_search.h"

#include "src/core/base/secrets.h"

#include <openssl/crypto.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Limit on comparisons after the first at each position; ordinary text needs less than one per byte. */
#define MAX_STEPS 16000000
/* Alternative readings of a position that are kept for later. */
#define MAX_PENDING 32
/* How many times in a row a text may have been escaped. */
#define MAX_NESTING 4
#define MAX_BACKSLASHES (1 << (MAX_NESTING - 1))
#define MAX_READINGS (MAX_NESTING + 4)
#define MAX_CODE_BYTES 4

/* The bytes that a position of the text may stand for, and its length. */
typedef struct reading {
	unsigned char bytes[MAX_CODE_BYTES];
	size_t count;
	size_t length;
} reading;

typedef struct place {
	size_t at;
	size_t matched;
} place;

typedef struct needle {
	const char *bytes;
	size_t length;
	bool base64;
} needle;

int aco_hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9') {
		return byte - '0';
	}
	byte |= 0x20;
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

static void set_code(reading *reading, uint32_t code, size_t length)
{
	unsigned char *bytes = reading->bytes;

	reading->length = length;

	if (code < 0x80) {
		bytes[0] = (unsigned char) code;
		reading->count = 1;
	} else if (code < 0x800) {
		bytes[0] = (unsigned char) (0xc0 | code >> 6);
		bytes[1] = (unsigned char) (0x80 | (code & 63));
		reading->count = 2;
	} else if (code < 0x10000) {
		bytes[0] = (unsigned char) (0xe0 | code >> 12);
		bytes[1] = (unsigned char) (0x80 | (code >> 6 & 63));
		bytes[2] = (unsigned char) (0x80 | (code & 63));
		reading->count = 3;
	} else {
		bytes[0] = (unsigned char) (0xf0 | code >> 18);
		bytes[1] = (unsigned char) (0x80 | (code >> 12 & 63));
		bytes[2] = (unsigned char) (0x80 | (code >> 6 & 63));
		bytes[3] = (unsigned char) (0x80 | (code & 63));
		reading->count = 4;
	}
}

static void set_byte(reading *reading, int byte, size_t length)
{
	reading->bytes[0] = (unsigned char) byte;
	reading->count = 1;
	reading->length = length;
}

/* The value of `count` hex digits; -1 if they are not there. */
static int read_hex(const char *text, size_t length, size_t count)
{
	int number = 0;

	if (length < count) {
		return -1;
	}

	for (size_t i = 0; i < count; i++) {
		int digit = aco_hex_digit(text[i]);

		if (digit < 0) {
			return -1;
		}

		number = number << 4 | digit;
	}

	return number;
}

/* %41, and its form after further encoding: %2541. */
static size_t read_percent(const char *text, size_t length, reading *readings)
{
	size_t count = 0, at = 1;

	for (size_t nesting = 0; nesting < MAX_NESTING; nesting++) {
		int byte = read_hex(text + at, length - at, 2);

		if (byte >= 0) {
			set_byte(&readings[count++], byte, at + 2);
		}
		if (length - at < 2 || text[at] != '2' || text[at + 1] != '5') {
			break;
		}

		at += 2;
	}

	return count;
}

static size_t count_backslashes(const char *text, size_t length)
{
	size_t count = 0;

	while (count < length && count < MAX_BACKSLASHES && text[count] == '\\') {
		count++;
	}
	return count;
}

/* uXXXX after backslashes, two of which may stand for one character. */
static bool read_unicode(const char *text, size_t length, size_t at, reading *reading)
{
	int code = read_hex(text + at + 1, length - at - 1, 4), low = -1;
	size_t next = at + 5, backslashes;

	if (code < 0) {
		return false;
	}

	if (code >= 0xd800 && code < 0xdc00) {
		backslashes = count_backslashes(text + next, length - next);
		if (backslashes > 0 && next + backslashes < length && text[next + backslashes] == 'u') {
			low = read_hex(text + next + backslashes + 1, length - next - backslashes - 1, 4);
		}

		if (low >= 0xdc00 && low < 0xe000) {
			set_code(reading, 0x10000 + (((uint32_t) code & 0x3ff) << 10 | ((uint32_t) low & 0x3ff)), next + backslashes + 5);
			return true;
		}
	}

	set_code(reading, (uint32_t) code, next);
	return true;
}

/* \n, \u0041 and the like, and their forms after further escaping; a run of backslashes that stands for one. */
static size_t read_backslash(const char *text, size_t length, reading *readings)
{
	static const char escapes[] = "\"/'bfnrt", meant[] = "\"/'\b\f\n\r\t";
	size_t backslashes = count_backslashes(text, length), count = 0;
	const char *escape;

	for (size_t run = 2; run <= backslashes; run *= 2) {
		set_byte(&readings[count++], '\\', run);
	}

	if (backslashes == length) {
		return count;
	}

	if (text[backslashes] == 'u') {
		count += read_unicode(text, length, backslashes, &readings[count]);
	} else if (text[backslashes] && (escape = strchr(escapes, text[backslashes]))) {
		set_byte(&readings[count++], meant[escape - escapes], backslashes + 1);
	}

	return count;
}

/* The digits of &#39; or &#x27; up to the semicolon. */
static bool read_number_entity(const char *text, size_t length, reading *reading)
{
	bool hexadecimal = length > 2 && (text[2] | 0x20) == 'x';
	size_t at = hexadecimal ? 3 : 2, first = at;
	uint32_t code = 0;

	for (; at < length && at - first < 7 && text[at] != ';'; at++) {
		int digit = aco_hex_digit(text[at]);

		if (digit < 0 || (!hexadecimal && digit > 9)) {
			return false;
		}

		code = code * (hexadecimal ? 16 : 10) + (uint32_t) digit;
	}

	if (at == first || at == length || text[at] != ';' || code > 0x10ffff) {
		return false;
	}

	set_code(reading, code, at + 1);
	return true;
}

/* &quot;, &#39; and the like, and their forms after further escaping: &amp;quot;. */
static size_t read_entity(const char *text, size_t length, reading *readings)
{
	static const struct {
		const char *name;
		size_t length;
		char meant;
	} entities[] = {{"&amp;", 5, '&'}, {"&lt;", 4, '<'}, {"&gt;", 4, '>'}, {"&quot;", 6, '"'}, {"&apos;", 6, '\''}};
	size_t count = 0;

	if (length > 2 && text[1] == '#') {
		return read_number_entity(text, length, readings);
	}

	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
		if (length >= entities[i].length && memcmp(text, entities[i].name, entities[i].length) == 0) {
			set_byte(&readings[count++], entities[i].meant, entities[i].length);
		}
	}

	return count;
}

/* The possible readings of the escape that begins here, apart from plain text. */
static size_t read_escape(const char *text, size_t length, reading *readings)
{
	switch (text[0]) {
		case '%':
			return read_percent(text, length, readings);
		case '\\':
			return read_backslash(text, length, readings);
		case '&':
			return read_entity(text, length, readings);
		default:
			return 0;
	}
}

/* Decodes one layer of an escape; 0 if there is none. */
static size_t decode_escape(const char *text, size_t length, reading *reading)
{
	static const char escapes[] = "\\\"/'bfnrt", meant[] = "\\\"/'\b\f\n\r\t";
	struct reading readings[MAX_READINGS];
	const char *escape;

	if (text[0] == '\\' && length > 1) {
		if (text[1] == 'u') {
			return read_unicode(text, length, 1, reading) ? reading->length : 0;
		}
		if (!text[1] || !(escape = strchr(escapes, text[1]))) {
			return 0;
		}

		set_byte(reading, meant[escape - escapes], 2);
		return 2;
	}

	if (text[0] == '\\' || read_escape(text, length, readings) == 0 || (text[0] == '%' && readings[0].length != 3)) {
		return 0;
	}

	*reading = readings[0];
	return reading->length;
}

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
		reading reading;

		length = raw->text[i] == lead ? decode_escape(raw->text + i, raw->length - i, &reading) : 0;
		if (length == 0) {
			set_byte(&reading, raw->text[i], 1);
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
	*search = (aco_secret_search) {.views = {{.text = text, .length = length}}, .view_count = 1, .cut = cut, .steps = MAX_STEPS};
	search->hidden = calloc(length + 1, 1);
	return search->hidden && (length == 0 || (add_view(search, '%') && add_view(search, '\\') && add_view(search, '&')));
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

static bool begins_with(const needle *needle, size_t matched, const reading *reading)
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
	reading readings[MAX_READINGS];
	size_t found = read_escape(view->text + from.at, view->length - from.at, readings);

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
static bool walk(aco_secret_search *search, const aco_secret_view *view, const needle *needle, size_t start, place *farthest)
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
	return end.at == view->length && end.matched > 0 && (search->cut || (end.matched >= ACO_SECRET_FROM && end.matched >= half));
}

static bool is_base64(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
		|| byte == '+' || byte == '/' || byte == '-' || byte == '_';
}

static void mark(aco_secret_search *search, const aco_secret_view *view, const needle *needle, size_t from, size_t to, bool begins_before)
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
