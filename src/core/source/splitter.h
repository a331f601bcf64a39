/* SPDX-License-Identifier: MIT */
/*
 * Splits the bytes of a source into the JSON texts of items, without parsing them: JSON lines, or the members of one
 * JSON array. The first byte that is no blank decides. The caller appends bytes whenever more are wanted; a text that
 * is too long is passed over without being kept.
 */
#ifndef ACO_CORE_SOURCE_SPLITTER_H
#define ACO_CORE_SOURCE_SPLITTER_H

#include "src/core/base/buf.h"

#include <stdint.h>

#define ACO_SPLIT_MAX_BYTES (32 << 20)

typedef enum aco_split_result {
	ACO_SPLIT_TEXT,
	ACO_SPLIT_TOO_LONG,
	/* The caller appends bytes to `input`, or sets `is_complete`. */
	ACO_SPLIT_MORE,
	ACO_SPLIT_END,
	/* Of an array. */
	ACO_SPLIT_DAMAGED,
	ACO_SPLIT_INCOMPLETE,
	/* There is data after the array. */
	ACO_SPLIT_FOLLOWED,
	ACO_SPLIT_NO_MEMORY
} aco_split_result;

typedef enum aco_split_kind {
	ACO_SPLIT_UNKNOWN,
	ACO_SPLIT_LINES,
	ACO_SPLIT_ARRAY
} aco_split_kind;

/* Zeroed at first. */
typedef struct aco_splitter {
	/* What is appended to. Its bytes before `offset` are passed. */
	aco_buf input;
	bool is_complete;
	aco_split_kind kind;
	/* Of the latest text, from 1. */
	uint64_t number;
	size_t offset;
	/* Where the search for the end of the text that begins at `offset` goes on. */
	size_t searched;
	/* Bytes of that text that were dropped, because it is too long. */
	size_t dropped;
	bool is_inside;
	/* Lines before the offset. */
	uint64_t passed_lines;
	/* In an array: brackets that are open in the member, and whether a string is. */
	long depth;
	bool in_string;
	bool is_closed;
} aco_splitter;

/* A text without the blanks around it. */
typedef struct aco_split_text {
	/* Valid until the next call. */
	const char *bytes;
	size_t length;
	/* With the blanks behind it. */
	size_t source_length;
} aco_split_text;

void aco_splitter_free(aco_splitter *splitter);
/* `text` is set for ACO_SPLIT_TEXT. */
aco_split_result aco_splitter_next(aco_splitter *splitter, aco_split_text *text);

#endif
