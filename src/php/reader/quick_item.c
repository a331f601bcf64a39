/* SPDX-License-Identifier: MIT */
#ifdef HAVE_CONFIG_H
# include "config.h"
#endif

#include "src/php/reader/quick_item.h"

#if defined(ACO_HAVE_SIMDJSON) && SIZEOF_ZEND_LONG == 8
# include "src/core/source/json_tape.h"
# include "src/php/reader/arena.h"
# include "src/php/reader/exact_numbers.h"
# include "src/php/reader/tape_values.h"
# include "src/php/reader/texts.h"

_Static_assert(ACO_TAPE_PADDING <= PHP_ACO_TEXT_PADDING, "texts are padded as the parser needs it");

struct php_aco_item_parser {
	aco_json_parser *json;
	php_aco_arena arena;
};

const char *php_aco_item_parser_name(void)
{
	return "simdjson";
}

php_aco_item_parser *php_aco_item_parser_new(void)
{
	php_aco_item_parser *parser = calloc(1, sizeof(*parser));

	if (parser && !(parser->json = aco_json_parser_new())) {
		free(parser);
		parser = NULL;
	}
	return parser;
}

void php_aco_item_parser_free(php_aco_item_parser *parser)
{
	if (parser) {
		aco_json_parser_free(parser->json);
		php_aco_arena_free(&parser->arena);
		free(parser);
	}
}

HashTable *php_aco_quick_item(php_aco_item_parser *parser, const char *text, size_t length)
{
	php_aco_tape_reader reader = {.arena = &parser->arena};
	HashTable *item;

	if (length == 0 || text[0] != '{' || php_aco_has_long_number(text, length)
			|| !aco_json_parse(parser->json, text, length, &reader.tape)) {
		return NULL;
	}

	php_aco_arena_reset(&parser->arena);
	item = php_aco_tape_item(&reader);

	return reader.has_extreme && php_aco_has_large_exponent(text, length) ? NULL : item;
}

#else

const char *php_aco_item_parser_name(void)
{
	return "PHP";
}

php_aco_item_parser *php_aco_item_parser_new(void)
{
	return NULL;
}

void php_aco_item_parser_free(php_aco_item_parser *parser)
{
	(void) parser;
}

HashTable *php_aco_quick_item(php_aco_item_parser *parser, const char *text, size_t length)
{
	(void) parser;
	(void) text;
	(void) length;
	return NULL;
}

#endif
