/* SPDX-License-Identifier: MIT */
/* Parses JSON with simdjson, where the build has it. */
#ifndef ACO_CORE_SOURCE_JSON_TAPE_H
#define ACO_CORE_SOURCE_JSON_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Readable bytes that have to follow a text. */
#define ACO_TAPE_PADDING 64
/* Longer texts would take too much memory: 14 times as much. */
#define ACO_TAPE_MAX_TEXT (1 << 20)
/* Less than what json_decode() takes. */
#define ACO_TAPE_MAX_DEPTH 256

typedef struct aco_json_parser aco_json_parser;

/*
 * The values of a text in their order, as simdjson's doc/tape.md describes. Valid until the next call: strings are
 * offsets to their length, in 4 bytes, and their bytes.
 */
typedef struct aco_json_tape {
	const uint64_t *words;
	const uint8_t *strings;
} aco_json_tape;

/* NULL when out of memory. */
aco_json_parser *aco_json_parser_new(void);
void aco_json_parser_free(aco_json_parser *parser);
/* False for what simdjson refuses, such as numbers beyond 64 bits, and what is too long or deep. */
bool aco_json_parse(aco_json_parser *parser, const char *text, size_t length, aco_json_tape *tape);

#ifdef __cplusplus
}
#endif

#endif
