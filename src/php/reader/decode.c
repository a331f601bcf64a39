/* SPDX-License-Identifier: MIT */
#include "src/php/reader/decode.h"

#include "ext/json/php_json.h"
#include "ext/json/php_json_parser.h"
#include "src/core/source/half_pairs.h"
#include "src/php/reader/exact_numbers.h"

#define OPTIONS (PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING)

static const char *reason_of(php_json_error_code error)
{
	switch (error) {
		case PHP_JSON_ERROR_DEPTH:
			return "not JSON (maximum stack depth exceeded)";
		case PHP_JSON_ERROR_STATE_MISMATCH:
			return "not JSON (state mismatch (invalid or malformed JSON))";
		case PHP_JSON_ERROR_CTRL_CHAR:
			return "not JSON (control character error, possibly incorrectly encoded)";
		case PHP_JSON_ERROR_UTF8:
			return "not JSON (malformed UTF-8 characters, possibly incorrectly encoded)";
		case PHP_JSON_ERROR_UTF16:
			return "not JSON (single unpaired high surrogate in Unicode escape)";
		default:
			return "not JSON (syntax error)";
	}
}

/* The parser itself, because json_decode() would change json_last_error(). */
static php_json_error_code parse(zval *value, const zend_string *text, int options)
{
	php_json_parser parser;

	ZVAL_UNDEF(value);
	php_json_parser_init(&parser, value, ZSTR_VAL(text), ZSTR_LEN(text), options, PHP_JSON_PARSER_DEFAULT_DEPTH);
	if (php_json_parse(&parser) == 0) {
		return PHP_JSON_ERROR_NONE;
	}
	ZVAL_UNDEF(value);
	return php_json_parser_error_code(&parser);
}

/* A text may have both faults; the first one that the parser meets is reported, and repaired. */
static php_json_error_code parse_repaired(zval *value, zend_string *text, int *options, bool *is_repaired)
{
	php_json_error_code error = parse(value, text, *options);

	*is_repaired = false;

	for (int attempt = 0; attempt < 2; attempt++) {
		if (error == PHP_JSON_ERROR_UTF8) {
			*options |= PHP_JSON_INVALID_UTF8_SUBSTITUTE;
		} else if (error == PHP_JSON_ERROR_UTF16) {
			aco_replace_half_pairs(ZSTR_VAL(text), ZSTR_LEN(text));
		} else {
			break;
		}

		error = parse(value, text, *options);
		*is_repaired = error == PHP_JSON_ERROR_NONE;
	}

	return error;
}

static void make_numbers_exact(zval *item, const zend_string *text, int options)
{
	zend_string *exact;

	if (!php_aco_has_long_number(ZSTR_VAL(text), ZSTR_LEN(text))
			&& !php_aco_has_large_exponent(ZSTR_VAL(text), ZSTR_LEN(text))) {
		return;
	}

	exact = php_aco_with_exact_numbers(ZSTR_VAL(text), ZSTR_LEN(text));
	zval_ptr_dtor(item);
	parse(item, exact, options);
	zend_string_release(exact);
}

void php_aco_decode(const char *text, size_t length, php_aco_decoded *decoded)
{
	/* The parser reads the NUL behind the text, and repairs are made in place. */
	zend_string *copy = zend_string_init(text, length, false);
	php_json_error_code error;
	int options = OPTIONS;

	error = parse_repaired(&decoded->item, copy, &options, &decoded->is_repaired);
	decoded->reason = NULL;

	if (error != PHP_JSON_ERROR_NONE) {
		decoded->reason = reason_of(error);
	} else if (text[0] != '{') {
		zval_ptr_dtor(&decoded->item);
		ZVAL_UNDEF(&decoded->item);
		decoded->reason = "not a JSON object";
	} else {
		make_numbers_exact(&decoded->item, copy, options);
	}

	decoded->is_repaired = decoded->is_repaired && !decoded->reason;
	zend_string_release(copy);
}
