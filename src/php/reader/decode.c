/* SPDX-License-Identifier: MIT */
#include "src/php/reader/decode.h"

#include "src/core/source/half_pairs.h"
#include "src/php/json.h"
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

static php_json_error_code parse(zval *value, const char *text, size_t length, int options)
{
	return php_aco_json_parse(value, text, length, options, PHP_JSON_PARSER_DEFAULT_DEPTH);
}

/* How a text is parsed, which repairs change. */
typedef struct source {
	const char *text;
	size_t length;
	int options;
	/* What `text` points into once it was changed. */
	zend_string *copy;
} source;

static php_json_error_code parse_again(zval *value, source *from, php_json_error_code error)
{
	if (error == PHP_JSON_ERROR_UTF8) {
		from->options |= PHP_JSON_INVALID_UTF8_SUBSTITUTE;
	} else {
		from->copy = zend_string_init(from->text, from->length, false);
		aco_replace_half_pairs(ZSTR_VAL(from->copy), from->length);
		from->text = ZSTR_VAL(from->copy);
	}
	return parse(value, from->text, from->length, from->options);
}

/* A text may have both faults; the first one that the parser meets is reported, and repaired. */
static php_json_error_code parse_repaired(zval *value, source *from, bool *is_repaired)
{
	php_json_error_code error = parse(value, from->text, from->length, from->options);

	*is_repaired = false;

	for (int attempt = 0; attempt < 2; attempt++) {
		if (error != PHP_JSON_ERROR_UTF8 && (error != PHP_JSON_ERROR_UTF16 || from->copy)) {
			break;
		}

		error = parse_again(value, from, error);
		*is_repaired = error == PHP_JSON_ERROR_NONE;
	}

	return error;
}

static void make_numbers_exact(zval *item, const source *from)
{
	zend_string *exact;

	if (!php_aco_has_long_number(from->text, from->length) && !php_aco_has_large_exponent(from->text, from->length)) {
		return;
	}

	exact = php_aco_with_exact_numbers(from->text, from->length);
	zval_ptr_dtor(item);
	parse(item, ZSTR_VAL(exact), ZSTR_LEN(exact), from->options);
	zend_string_release(exact);
}

void php_aco_decode(const char *text, size_t length, php_aco_decoded *decoded)
{
	source from = {.text = text, .length = length, .options = OPTIONS};
	php_json_error_code error = parse_repaired(&decoded->item, &from, &decoded->is_repaired);

	decoded->reason = NULL;

	if (error != PHP_JSON_ERROR_NONE) {
		decoded->reason = reason_of(error);
	} else if (text[0] != '{') {
		zval_ptr_dtor(&decoded->item);
		ZVAL_UNDEF(&decoded->item);
		decoded->reason = "not a JSON object";
	} else {
		make_numbers_exact(&decoded->item, &from);
	}

	decoded->is_repaired = decoded->is_repaired && !decoded->reason;
	if (from.copy) {
		zend_string_release(from.copy);
	}
}
