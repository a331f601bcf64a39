/* SPDX-License-Identifier: MIT */
#include "src/php/reader/context.h"

#include "php_aco.h"
#include "zend_smart_str.h"

static int compare_codes(const void *left, const void *right)
{
	const zend_string *a = *(zend_string *const *) left, *b = *(zend_string *const *) right;

	return zend_binary_strcmp(ZSTR_VAL(a), ZSTR_LEN(a), ZSTR_VAL(b), ZSTR_LEN(b));
}

/* Each part with its length, so that no two lists read the same. */
static void append_part(smart_str *text, const char *bytes, size_t length)
{
	smart_str_append_unsigned(text, (zend_ulong) length);
	smart_str_appendc(text, ':');
	smart_str_appendl(text, bytes, length);
}

static void append_codes(smart_str *text, HashTable *codes)
{
	uint32_t count = codes ? zend_hash_num_elements(codes) : 0, used = 0;
	zend_string **sorted = safe_emalloc(count, sizeof(*sorted), sizeof(*sorted)), *code;

	if (codes) {
		ZEND_HASH_FOREACH_STR_KEY(codes, code) {
			sorted[used++] = code;
		} ZEND_HASH_FOREACH_END();
	}

	qsort(sorted, used, sizeof(*sorted), compare_codes);
	smart_str_append_unsigned(text, used);
	smart_str_appendc(text, ';');

	for (uint32_t i = 0; i < used; i++) {
		append_part(text, ZSTR_VAL(sorted[i]), ZSTR_LEN(sorted[i]));
	}

	efree(sorted);
}

void php_aco_reader_context(const php_aco_mapper *mapper, aco_fingerprint_context *context)
{
	const char *feed = aco_feeds[mapper->feed].name;
	smart_str text = {0};

	append_part(&text, PHP_ACO_VERSION, strlen(PHP_ACO_VERSION));
	append_part(&text, feed, strlen(feed));
	append_codes(&text, mapper->scopes ? php_aco_scopes_websites(mapper->scopes) : NULL);
	append_codes(&text, mapper->scopes ? php_aco_scopes_store_views(mapper->scopes) : NULL);
	aco_fingerprint_context_set(context, ZSTR_VAL(text.s), ZSTR_LEN(text.s));
	smart_str_free(&text);
}
