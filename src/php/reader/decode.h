/* SPDX-License-Identifier: MIT */
/*
 * Decodes foreign JSON. Numbers that PHP would round become strings; bytes that are not UTF-8, and unpaired surrogates,
 * become U+FFFD.
 */
#ifndef ACO_PHP_READER_DECODE_H
#define ACO_PHP_READER_DECODE_H

#include "php.h"

typedef struct php_aco_decoded {
	/* The item, an array; undefined when the text is none. */
	zval item;
	/* Then why; a literal. */
	const char *reason;
	/* Whether something was replaced. */
	bool is_repaired;
} php_aco_decoded;

/* A NUL follows the text. The caller releases `decoded->item`. */
void php_aco_decode(const char *text, size_t length, php_aco_decoded *decoded);

#endif
