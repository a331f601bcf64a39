/* SPDX-License-Identifier: MIT */
#define SIMDJSON_EXCEPTIONS 0

#include "src/core/source/json_tape.h"

#include <new>
#include <simdjson.h>

static_assert(simdjson::SIMDJSON_PADDING <= ACO_TAPE_PADDING, "simdjson reads further than texts are padded");

/* What most texts fit into. */
#define FIRST_CAPACITY 16384

struct aco_json_parser {
	simdjson::dom::parser parser{ACO_TAPE_MAX_TEXT};
};

aco_json_parser *aco_json_parser_new(void)
{
	aco_json_parser *parser = new (std::nothrow) aco_json_parser;

	/* The depth stays when a longer text makes it grow. */
	if (parser && parser->parser.allocate(FIRST_CAPACITY, ACO_TAPE_MAX_DEPTH) != simdjson::SUCCESS) {
		delete parser;
		parser = nullptr;
	}

	return parser;
}

void aco_json_parser_free(aco_json_parser *parser)
{
	delete parser;
}

bool aco_json_parse(aco_json_parser *parser, const char *text, size_t length, aco_json_tape *tape)
{
	if (length > ACO_TAPE_MAX_TEXT || parser->parser.parse(text, length, false).error() != simdjson::SUCCESS) {
		return false;
	}
	tape->words = parser->parser.doc.tape.get();
	tape->strings = parser->parser.doc.string_buf.get();
	return true;
}
