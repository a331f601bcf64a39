/* UTF-8, validated as json_encode() with JSON_INVALID_UTF8_SUBSTITUTE does. */
#ifndef ACO_UTF8_H
#define ACO_UTF8_H

#include <stddef.h>

/*
 * Looks at the sequence that starts with the non-ASCII byte `text[0]`. Returns its length when it
 * is valid, else 0 with the number of bytes that one U+FFFD stands for in `*bad`.
 */
size_t aco_utf8_sequence(const unsigned char *text, size_t available, size_t *bad);

/* Copies into `target` (of `size` bytes, ended by NUL) what of `text` fits, valid and without control bytes. */
void aco_utf8_excerpt(char *target, size_t size, const char *text, size_t length);

#endif
