/* SPDX-License-Identifier: MIT */
#include "src/core/source/half_pairs.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#define ESCAPE_LENGTH 6

static const char replacement[] = "\\ufffd";

/* Whether an escape such as \ud83d begins here, with a second digit from `first` to `last`. */
static bool is_surrogate(const char *at, const char *end, char first, char last)
{
	return end - at >= ESCAPE_LENGTH && at[0] == '\\' && at[1] == 'u' && (at[2] | 0x20) == 'd'
		&& isxdigit((unsigned char) at[3]) && (at[3] | 0x20) >= first && (at[3] | 0x20) <= last
		&& isxdigit((unsigned char) at[4]) && isxdigit((unsigned char) at[5]);
}

void aco_replace_half_pairs(char *json, size_t length)
{
	char *at = json, *end = json + length;

	while (at < end && (at = memchr(at, '\\', (size_t) (end - at))) && end - at > 1) {
		if (at[1] != 'u') {
			/* Any other escape: \\ud83d is a backslash and five letters. */
			at += 2;
		} else if ((is_surrogate(at, end, '8', '9') || is_surrogate(at, end, 'a', 'b'))
				&& is_surrogate(at + ESCAPE_LENGTH, end, 'c', 'f')) {
			at += 2 * ESCAPE_LENGTH;
		} else if (is_surrogate(at, end, '8', '9') || is_surrogate(at, end, 'a', 'f')) {
			memcpy(at, replacement, ESCAPE_LENGTH);
			at += ESCAPE_LENGTH;
		} else {
			at++;
		}
	}
}
