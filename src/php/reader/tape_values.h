/* SPDX-License-Identifier: MIT */
/* Makes PHP's values of a tape, in an arena. */
#ifndef ACO_PHP_READER_TAPE_VALUES_H
#define ACO_PHP_READER_TAPE_VALUES_H

#include "src/core/source/json_tape.h"
#include "src/php/reader/arena.h"

typedef struct php_aco_tape_reader {
	aco_json_tape tape;
	php_aco_arena *arena;
	/* A float is 0, or so large or small that it may have been rounded: the caller looks at the text. */
	bool has_extreme;
} php_aco_tape_reader;

/*
 * The object of the tape, of whose members only those are made that some mapping looks up; NULL when one of its objects
 * has a key twice, an integer has more than 63 bits, or memory is short.
 */
HashTable *php_aco_tape_item(php_aco_tape_reader *reader);

#endif
