#include "aco_utf8.h"

#include <string.h>

static inline int is_trail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

size_t aco_utf8_sequence(const unsigned char *text, size_t available, size_t *bad)
{
	unsigned char lead = text[0];

	if (lead >= 0xc2 && lead < 0xe0) {
		if (available >= 2 && is_trail(text[1])) {
			return 2;
		}
		*bad = 1;
		return 0;
	}
	if (lead >= 0xe0 && lead < 0xf0) {
		if (available < 3 || !is_trail(text[1]) || !is_trail(text[2])) {
			*bad = available >= 2 && is_trail(text[1]) ? 2 : 1;
			return 0;
		}
		/* Overlong forms and UTF-16 surrogates. */
		if ((lead == 0xe0 && text[1] < 0xa0) || (lead == 0xed && text[1] >= 0xa0)) {
			*bad = 3;
			return 0;
		}
		return 3;
	}
	if (lead >= 0xf0 && lead < 0xf5) {
		if (available < 4 || !is_trail(text[1]) || !is_trail(text[2]) || !is_trail(text[3])) {
			*bad = available >= 3 && is_trail(text[1]) && is_trail(text[2]) ? 3
				: available >= 2 && is_trail(text[1]) ? 2 : 1;
			return 0;
		}
		/* Overlong forms and what is above U+10FFFF. */
		if ((lead == 0xf0 && text[1] < 0x90) || (lead == 0xf4 && text[1] >= 0x90)) {
			*bad = 4;
			return 0;
		}
		return 4;
	}
	*bad = 1;
	return 0;
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
