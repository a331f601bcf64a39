/* SPDX-License-Identifier: MIT */
#include "src/core/base/utf8.h"

#include "src/core/base/count.h"

#include <string.h>

static inline bool is_trail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

static inline bool is_lead(unsigned char byte)
{
	return byte < 0x80 || (byte >= 0xc2 && byte <= 0xf4);
}

/* A broken sequence ends before the first byte that can start another one. */
static size_t broken_length(const unsigned char *text, size_t available, size_t length)
{
	size_t bad = 1;

	while (bad < length && bad < available && !is_lead(text[bad])) {
		bad++;
	}
	return bad;
}

size_t aco_utf8_sequence(const unsigned char *text, size_t available, size_t *bad)
{
	unsigned char lead = text[0];
	size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;

	if (lead < 0xc2 || lead > 0xf4) {
		*bad = 1;
		return 0;
	}

	for (size_t i = 1; i < length; i++) {
		if (i >= available || !is_trail(text[i])) {
			*bad = broken_length(text, available, length);
			return 0;
		}
	}

	/* Overlong forms, UTF-16 surrogates, and code points above U+10FFFF. */
	if ((lead == 0xe0 && text[1] < 0xa0) || (lead == 0xed && text[1] >= 0xa0)
			|| (lead == 0xf0 && text[1] < 0x90) || (lead == 0xf4 && text[1] >= 0x90)) {
		*bad = length;
		return 0;
	}

	return length;
}

/*
 * Ranges (from, to) of characters that control a terminal, end a line, change the direction of the surrounding text,
 * or are invisible. Invisible characters that languages need are kept: U+00AD, U+034F, U+200C, U+200D (Persian,
 * Hindi, emoji), U+FE00 to U+FE0F, U+E0100 to U+E01EF.
 */
static const uint32_t unprintable[][2] = {
	{0x0000, 0x001f}, {0x007f, 0x009f}, {0x061c, 0x061c}, {0x180e, 0x180e}, {0x200b, 0x200b}, {0x200e, 0x200f},
	{0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff0, 0xfffb}, {0xfffe, 0xffff}, {0x1bca0, 0x1bca3},
	{0x1d173, 0x1d17a}, {0xe0000, 0xe007f},
};

bool aco_utf8_is_printable(uint32_t code)
{
	for (size_t i = 0; i < ACO_COUNT(unprintable); i++) {
		if (code <= unprintable[i][1]) {
			return code < unprintable[i][0];
		}
	}
	return true;
}

/* Controls and line ends become a space; invisible characters become a visible mark. */
static char substitute(uint32_t code)
{
	return code < 0xa0 || code == 0x2028 || code == 0x2029 ? ' ' : '?';
}

/* Decodes a valid sequence. */
static uint32_t decode(const unsigned char *bytes, size_t length)
{
	uint32_t code = length == 2 ? bytes[0] & 0x1f : length == 3 ? bytes[0] & 0x0f : bytes[0] & 0x07;

	for (size_t i = 1; i < length; i++) {
		code = code << 6 | (bytes[i] & 0x3f);
	}
	return code;
}

/*
 * Chooses what to show for the character or broken sequence at the start of the
 * text; returns the number of bytes consumed.
 */
static size_t clean_one(const char **shown, char *replacement, const char *text, size_t available, size_t *read)
{
	const unsigned char *bytes = (const unsigned char *) text;
	size_t sequence = 1, bad = 1;
	uint32_t code = bytes[0];

	if (code >= 0x80) {
		sequence = aco_utf8_sequence(bytes, available, &bad);
		code = sequence ? decode(bytes, sequence) : 0;
	}

	*read = sequence ? sequence : bad;
	if (sequence && aco_utf8_is_printable(code)) {
		*shown = text;
		return sequence;
	}

	*replacement = sequence ? substitute(code) : '?';
	*shown = replacement;
	return 1;
}

void aco_utf8_clean(char *text, size_t *length)
{
	size_t written = 0, read;

	for (size_t i = 0; i < *length; i += read) {
		const char *shown;
		char replacement;
		size_t count = clean_one(&shown, &replacement, text + i, *length - i, &read);

		memmove(text + written, shown, count);
		written += count;
	}
	*length = written;
}

void aco_utf8_excerpt(char *target, size_t size, const char *text, size_t length)
{
	size_t written = 0, read;

	for (size_t i = 0; i < length; i += read) {
		const char *shown;
		char replacement;
		size_t count = clean_one(&shown, &replacement, text + i, length - i, &read);

		if (written + count >= size) {
			break;
		}

		memcpy(target + written, shown, count);
		written += count;
	}

	target[written] = '\0';
}
