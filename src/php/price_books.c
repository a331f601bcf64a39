/* SPDX-License-Identifier: MIT */
#include "src/php/classes.h"

#include "src/php/exceptions.h"

#include "src/php/price_books_arginfo.h"

/* Reads one entry of the websites or the customer groups. */
typedef struct entry_reader {
	const char *parameter;
	zend_ulong index;
	HashTable *fields;
} entry_reader;

static zval *read_member(const entry_reader *entry, const char *name)
{
	zval *value = zend_hash_str_find(entry->fields, name, strlen(name));

	if (value) {
		ZVAL_DEREF(value);
	}
	return value && Z_TYPE_P(value) != IS_NULL ? value : NULL;
}

/* False with an exception pending when the member is there and is not a string. */
static bool read_string(const entry_reader *entry, const char *name, zval **string)
{
	*string = read_member(entry, name);
	if (*string && Z_TYPE_P(*string) != IS_STRING) {
		php_aco_throw_argument("%s[" ZEND_ULONG_FMT "]['%s'] must be a string, %s given",
			entry->parameter, entry->index, name, zend_zval_type_name(*string));
		return false;
	}
	return true;
}

static bool open_entry(entry_reader *entry, const char *parameter, zend_ulong index, zval *value)
{
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		php_aco_throw_argument("%s[" ZEND_ULONG_FMT "] must be an array, %s given", parameter, index,
			zend_zval_type_name(value));
		return false;
	}
	entry->parameter = parameter;
	entry->index = index;
	entry->fields = Z_ARRVAL_P(value);
	return true;
}

static void add_copy(zval *book, const char *name, zval *value)
{
	zval copy;

	if (value) {
		ZVAL_COPY(&copy, value);
	} else {
		ZVAL_NULL(&copy);
	}
	add_assoc_zval(book, name, &copy);
}

static void add_book(zval *books, zval *code, zval *name, zval *currency, zval *group_id, zval *group_name)
{
	zval book;

	array_init_size(&book, 6);
	add_copy(&book, "websiteCode", code);
	add_copy(&book, "websiteName", name);
	add_copy(&book, "customerGroupId", group_id);
	add_copy(&book, "customerGroupName", group_name);
	add_copy(&book, "currency", currency);
	add_assoc_bool(&book, "deleted", false);
	add_next_index_zval(books, &book);
}

/* A group without `websites` is offered on all of them. */
static bool offered_on(const entry_reader *group, zval *code, bool *offered)
{
	zval *websites = read_member(group, "websites"), *website;

	*offered = !websites;
	if (!websites) {
		return true;
	}

	if (Z_TYPE_P(websites) != IS_ARRAY) {
		php_aco_throw_argument("%s[" ZEND_ULONG_FMT "]['websites'] must be an array, %s given",
			group->parameter, group->index, zend_zval_type_name(websites));
		return false;
	}

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(websites), website) {
		ZVAL_DEREF(website);

		if (Z_TYPE_P(website) == IS_STRING && zend_string_equals(Z_STR_P(website), Z_STR_P(code))) {
			*offered = true;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

static bool read_group_id(const entry_reader *group, zval *id)
{
	zval *value = read_member(group, "customerGroupId");
	zend_long number = -1;

	if (value && Z_TYPE_P(value) == IS_LONG) {
		number = Z_LVAL_P(value);
	} else if (value && Z_TYPE_P(value) == IS_STRING
			&& is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &number, NULL, false) != IS_LONG) {
		number = -1;
	}

	if (number < 0) {
		php_aco_throw_argument("%s[" ZEND_ULONG_FMT "]['customerGroupId'] must be an integer from 0", group->parameter,
			group->index);
		return false;
	}

	ZVAL_LONG(id, number);
	return true;
}

static bool add_group_books(zval *books, HashTable *groups, zval *code, zval *name, zval *currency)
{
	zend_ulong index = 0;
	zval *value;

	ZEND_HASH_FOREACH_VAL(groups, value) {
		entry_reader group;
		zval *group_name, id;
		bool offered;

		if (!open_entry(&group, "$customerGroups", index++, value)
				|| !read_group_id(&group, &id)
				|| !read_string(&group, "customerGroupName", &group_name)
				|| !offered_on(&group, code, &offered)) {
			return false;
		}

		if (offered) {
			add_book(books, code, name, currency, &id, group_name);
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

static bool add_website_books(zval *books, zend_ulong index, zval *value, HashTable *groups)
{
	zval *code, *name, *currency;
	entry_reader website;

	if (!open_entry(&website, "$websites", index, value)
			|| !read_string(&website, "websiteCode", &code)
			|| !read_string(&website, "websiteName", &name)
			|| !read_string(&website, "baseCurrency", &currency)
			|| (!currency && !read_string(&website, "currency", &currency))) {
		return false;
	}

	if (!code || Z_STRLEN_P(code) == 0) {
		php_aco_throw_argument("$websites[" ZEND_ULONG_FMT "]['websiteCode'] is missing", index);
		return false;
	}

	add_book(books, code, name, currency, NULL, NULL);
	return add_group_books(books, groups, code, name, currency);
}

PHP_METHOD(Aco_PriceBooks, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_PriceBooks, items)
{
	HashTable *websites, *groups;
	zend_ulong index = 0;
	zval *website;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ARRAY_HT(websites)
		Z_PARAM_ARRAY_HT(groups)
	ZEND_PARSE_PARAMETERS_END();

	array_init(return_value);

	ZEND_HASH_FOREACH_VAL(websites, website) {
		if (!add_website_books(return_value, index++, website, groups)) {
			RETURN_THROWS();
		}
	} ZEND_HASH_FOREACH_END();
}

void php_aco_price_books_register(void)
{
	php_aco_results_register(register_class_Aco_PriceBooks());
}
