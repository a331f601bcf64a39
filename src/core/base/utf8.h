/* UTF-8, validated as json_encode() with JSON_INVALID_UTF8_SUBSTITUTE does. */
#ifndef ACO_CORE_BASE_UTF8_H
#define ACO_CORE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Looks at the sequence that starts with the non-ASCII byte `text[0]`. Returns its length when it
 * is valid, else 0 with the number of bytes that one U+FFFD stands for in `*bad`.
 */
size_t aco_utf8_sequence(const unsigned char *text, size_t available, size_t *bad);

/* False for what drives a terminal, ends a line, turns text around or hides in it. */
bool aco_utf8_is_printable(uint32_t code);

/* Makes a text valid, of printable characters and one line: what is not becomes a blank or a question mark. Never longer. */
void aco_utf8_clean(char *text, size_t *length);
/* Copies into `target` (of `size` bytes, ended by NUL) what fits of the text, as aco_utf8_clean() leaves it. */
void aco_utf8_excerpt(char *target, size_t size, const char *text, size_t length);

#endif
