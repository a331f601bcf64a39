/* SPDX-License-Identifier: MIT */
/* UTF-8, validated as json_encode() with JSON_INVALID_UTF8_SUBSTITUTE does. */
#ifndef ACO_CORE_BASE_UTF8_H
#define ACO_CORE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Examines the sequence that starts with the non-ASCII byte `text[0]`. Returns its length when it is valid,
 * otherwise 0 and in `*bad` the number of bytes that one U+FFFD replaces.
 */
size_t aco_utf8_sequence(const unsigned char *text, size_t available, size_t *bad);

/* False for characters that control a terminal, end a line, reorder text or are invisible. */
bool aco_utf8_is_printable(uint32_t code);

/*
 * Reduces a text to one line of valid, printable characters: anything else becomes a space
 * or a question mark. Never makes it longer.
 */
void aco_utf8_clean(char *text, size_t *length);
/* Copies as much of the text as fits into `target` (of `size` bytes, NUL-terminated), cleaned like aco_utf8_clean(). */
void aco_utf8_excerpt(char *target, size_t size, const char *text, size_t length);

#endif
