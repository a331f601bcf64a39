/* SPDX-License-Identifier: MIT */
#include "src/core/base/secret_escapes.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* How many times in a row a text may have been escaped. */
#define MAX_NESTING 4
#define MAX_BACKSLASHES (1 << (MAX_NESTING - 1))

int aco_hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9') {
		return byte - '0';
	}
	byte |= 0x20;
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

static void set_code(aco_secret_reading *reading, uint32_t code, size_t length)
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

static void set_byte(aco_secret_reading *reading, int byte, size_t length)
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
static size_t read_percent(const char *text, size_t length, aco_secret_reading *readings)
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
static bool read_unicode(const char *text, size_t length, size_t at, aco_secret_reading *reading)
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
			set_code(reading, 0x10000 + (((uint32_t) code & 0x3ff) << 10 | ((uint32_t) low & 0x3ff)),
				next + backslashes + 5);
			return true;
		}
	}

	set_code(reading, (uint32_t) code, next);
	return true;
}

/* \n, \u0041 and the like, and their forms after further escaping; a run of backslashes that stands for one. */
static size_t read_backslash(const char *text, size_t length, aco_secret_reading *readings)
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
static bool read_number_entity(const char *text, size_t length, aco_secret_reading *reading)
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
static size_t read_entity(const char *text, size_t length, aco_secret_reading *readings)
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

size_t aco_secret_read_escape(const char *text, size_t length, aco_secret_reading *readings)
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

size_t aco_secret_decode_escape(const char *text, size_t length, aco_secret_reading *reading)
{
	static const char escapes[] = "\\\"/'bfnrt", meant[] = "\\\"/'\b\f\n\r\t";
	aco_secret_reading readings[ACO_SECRET_READINGS];
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

	if (text[0] == '\\' || aco_secret_read_escape(text, length, readings) == 0
			|| (text[0] == '%' && readings[0].length != 3)) {
		return 0;
	}

	*reading = readings[0];
	return reading->length;
}
