/* SPDX-License-Identifier: MIT */
/* The functions that belong to no class. They write into the thread's scratch, which a bailout cannot leak. */
#include "src/php/classes.h"
#include "src/php/exceptions.h"
#include "src/map/price_books.h"

PHP_FUNCTION(Aco_priceBookId)
{
	aco_mapping *scratch = php_aco_scratch_mapping();
	aco_buf *id = &scratch->out.buf;
	aco_price_book_key book = {0};
	zend_string *website;
	zend_long group_id = 0;
	bool base = true;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(website)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(group_id, base)
	ZEND_PARSE_PARAMETERS_END();

	if (ZSTR_LEN(website) == 0) {
		php_aco_throw_argument("$websiteCode must not be empty");
		RETURN_THROWS();
	}
	if (!base && group_id < 0) {
		php_aco_throw_argument("$customerGroupId must not be negative");
		RETURN_THROWS();
	}

	book.website.bytes = ZSTR_VAL(website);
	book.website.length = ZSTR_LEN(website);
	if (!base) {
		aco_map_price_book_set_group(&book, group_id);
	}

	aco_mapping_start(scratch);
	aco_map_append_price_book_id(id, &book);
	if (id->failed) {
		php_aco_throw_memory();
		RETURN_THROWS();
	}

	RETURN_STRINGL(id->data, id->length);
}

PHP_FUNCTION(Aco_gzip)
{
	aco_mapping *scratch = php_aco_scratch_mapping();
	aco_buf *compressed = &scratch->out.buf;
	zend_string *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();

	aco_mapping_start(scratch);
	if (!ACO_G(gzip)) {
		ACO_G(gzip) = aco_gzip_new();
	}
	if (!ACO_G(gzip) || !aco_gzip_compress(ACO_G(gzip), ZSTR_VAL(data), ZSTR_LEN(data), compressed)) {
		php_aco_throw_memory();
		RETURN_THROWS();
	}

	RETURN_STRINGL(compressed->data, compressed->length);
}
