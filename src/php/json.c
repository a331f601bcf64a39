/* SPDX-License-Identifier: MIT */
#include "src/php/json.h"

#include "ext/json/php_json_parser.h"
#include "src/php/exceptions.h"

#define MAX_DEPTH 64
/* PHP counts a scalar as a level. */
#define PARSER_DEPTH (MAX_DEPTH + 1)

php_json_error_code php_aco_json_parse(zval *value, const char *text, size_t length, int options, int depth)
{
	php_json_parser parser;

	ZVAL_UNDEF(value);
	php_json_parser_init(&parser, value, text, length, options, depth);
	if (php_json_parse(&parser) == 0) {
		return PHP_JSON_ERROR_NONE;
	}
	ZVAL_UNDEF(value);
	return php_json_parser_error_code(&parser);
}

bool php_aco_json_check(zend_string *json)
{
	bool object = false;
	zval decoded;

	for (size_t i = 0; i < ZSTR_LEN(json); i++) {
		char byte = ZSTR_VAL(json)[i];
		if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r') {
			object = byte == '{';
			break;
		}
	}

	if (!object) {
		php_aco_throw_argument("$json must be a JSON object");
		return false;
	}

	if (php_aco_json_parse(&decoded, ZSTR_VAL(json), ZSTR_LEN(json), PHP_JSON_OBJECT_AS_ARRAY, PARSER_DEPTH)
			!= PHP_JSON_ERROR_NONE) {
		php_aco_throw_argument("$json is not valid JSON of at most %d levels", MAX_DEPTH);
		return false;
	}

	zval_ptr_dtor(&decoded);
	return true;
}

void php_aco_json_decode(zval *target, const zend_string *json)
{
	php_json_decode_ex(target, ZSTR_VAL(json), ZSTR_LEN(json), PHP_JSON_OBJECT_AS_ARRAY, PARSER_DEPTH);
}

bool php_aco_json_encode(smart_str *text, zval *value, int options)
{
	php_json_error_code before = JSON_G(error_code), error;
	bool encoded = php_json_encode_ex(text, value, options, MAX_DEPTH) == SUCCESS;

	/* Values such as infinity are written as 0, with an error and without a failure. */
	error = JSON_G(error_code);
	JSON_G(error_code) = before;
	return encoded && error == PHP_JSON_ERROR_NONE && text->s && !EG(exception);
}
