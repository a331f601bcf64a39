#include "aco_utf8.h"

#include <stdbool.h>
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
	/* Overlong forms, UTF-16 surrogates, and what is above U+10FFFF. */
	if ((lead == 0xe0 && text[1] < 0xa0) || (lead == 0xed && text[1] >= 0xa0)
			|| (lead == 0xf0 && text[1] < 0x90) || (lead == 0xf4 && text[1] >= 0x90)) {
		*bad = length;
		return 0;
	}
	return length;
}

void aco_utf8_excerpt(char *target, size_t size, const char *text, size_t length)
{
	const unsigned char *bytes = (const unsigned char *) text;
	size_t written = 0;

	for (size_t i = 0; i < length && written + 1 < size;) {
		size_t sequence, bad;

		if (bytes[i] < 0x80) {
			target[written++] = bytes[i] < 0x20 || bytes[i] == 0x7f ? ' ' : (char) bytes[i];
			i++;
			continue;
		}
		sequence = aco_utf8_sequence(bytes + i, length - i, &bad);
		if (sequence == 0) {
			target[written++] = '?';
			i += bad;
			continue;
		}
		if (written + sequence >= size) {
			break;
		}
		memcpy(target + written, text + i, sequence);
		written += sequence;
		i += sequence;
	}
	target[written] = '\0';
}
