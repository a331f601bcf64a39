/*
 * UTF-8 told from its definition, slowly: the reference of the targets. What is replaced, and by how many
 * U+FFFD, is what json_encode() with JSON_INVALID_UTF8_SUBSTITUTE does.
 */
#ifndef REFERENCE_UTF8_H
#define REFERENCE_UTF8_H

#include "fuzz.h"

/* How many bytes the lead announces; 1 for what is none. */
static inline size_t reference_announced(uint8_t lead)
{
	return lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

/* Length of the character at `text`, ASCII too; 0 when it is invalid, with what one U+FFFD stands for in `*bad`. */
static inline size_t reference_character(const uint8_t *text, size_t available, size_t *bad)
{
	static const uint32_t first_codes[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t length = reference_announced(text[0]), have = 1;
	uint32_t code;

	if (text[0] < 0x80) {
		return 1;
	}
	code = length > 1 ? text[0] & (0xffu >> (length + 1)) : 0;
	while (have < length && have < available && (text[have] & 0xc0) == 0x80) {
		code = code << 6 | (text[have++] & 0x3f);
	}
	if (length > 1 && have == length && code >= first_codes[length] && code <= 0x10ffff
		&& (code < 0xd800 || code > 0xdfff)) {
		return length;
	}
	for (*bad = 1; *bad < length && *bad < available && text[*bad] >= 0x80 && reference_announced(text[*bad]) == 1;) {
		++*bad;
	}
	return 0;
}

static inline bool reference_is_valid(const char *text, size_t length)
{
	size_t bad;

	for (size_t at = 0; at < length;) {
		size_t character = reference_character((const uint8_t *) text + at, length - at, &bad);

		if (character == 0) {
			return false;
		}
		at += character;
	}
	return true;
}

/* What no message holds, in UTF-8: its first bytes, and from which to which its last byte goes. */
static const struct {
	const char *head;
	uint8_t from;
	uint8_t to;
} reference_unprintable[] = {
	{"", 0x00, 0x1f},
	{"", 0x7f, 0x7f},
	{"\xc2", 0x80, 0x9f},
	{"\xd8", 0x9c, 0x9c},
	{"\xe1\xa0", 0x8e, 0x8e},
	{"\xe2\x80", 0x8b, 0x8b},
	{"\xe2\x80", 0x8e, 0x8f},
	{"\xe2\x80", 0xa8, 0xae},
	{"\xe2\x81", 0xa0, 0xaf},
	{"\xef\xbb", 0xbf, 0xbf},
	{"\xef\xbf", 0xb0, 0xbb},
	{"\xef\xbf", 0xbe, 0xbf},
	{"\xf0\x9b\xb2", 0xa0, 0xa3},
	{"\xf0\x9d\x85", 0xb3, 0xba},
	{"\xf3\xa0\x80", 0x80, 0xbf},
	{"\xf3\xa0\x81", 0x80, 0xbf},
};

/* A message for people: valid, of one line, and of characters that can be seen and stay where they are. */
static inline bool reference_is_readable(const char *text)
{
	for (const char *p = text; *p; p++) {
		for (size_t i = 0; i < sizeof(reference_unprintable) / sizeof(reference_unprintable[0]); i++) {
			size_t head = strlen(reference_unprintable[i].head);

			if (strncmp(p, reference_unprintable[i].head, head) == 0 && p[head] != '\0'
				&& (uint8_t) p[head] >= reference_unprintable[i].from
				&& (uint8_t) p[head] <= reference_unprintable[i].to) {
				return false;
			}
		}
	}
	return reference_is_valid(text, strlen(text));
}

#endif
