/* SPDX-License-Identifier: MIT */
/*
 * Items for mapping, without PHP's memory: parsed with simdjson, where the build has it, and built in an arena. Only
 * what is certain to become the same as with php_aco_decode() is built; the rest is left to that.
 */
#ifndef ACO_PHP_READER_QUICK_ITEM_H
#define ACO_PHP_READER_QUICK_ITEM_H

#include "php.h"

/* Of a thread. */
typedef struct php_aco_item_parser php_aco_item_parser;

/* For people. */
const char *php_aco_item_parser_name(void);
/* NULL when the build has no simdjson, or out of memory. */
php_aco_item_parser *php_aco_item_parser_new(void);
void php_aco_item_parser_free(php_aco_item_parser *parser);

/*
 * The members of the item that some mapping looks up, until the next call; NULL when php_aco_decode() has to look at
 * the text. PHP_ACO_TEXT_PADDING readable bytes follow the text. Nobody may keep or change the values.
 */
HashTable *php_aco_quick_item(php_aco_item_parser *parser, const char *text, size_t length);

#endif
