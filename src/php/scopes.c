/* SPDX-License-Identifier: MIT */
#include "src/php/classes.h"

#include "src/php/exceptions.h"
#include "src/php/scopes_arginfo.h"

zend_class_entry *php_aco_scopes_ce;

typedef struct php_aco_scopes {
	HashTable websites;
	HashTable store_views;
	bool constructed;
	zend_object std;
} php_aco_scopes;

PHP_ACO_ASSERT_STD_LAST(php_aco_scopes);

static zend_object_handlers php_aco_scopes_handlers;

enum { PROPERTY_WEBSITES, PROPERTY_STORE_VIEWS };

static zend_object *php_aco_scopes_create(zend_class_entry *class_entry)
{
	zend_object *object = php_aco_object_create(class_entry, &php_aco_scopes_handlers);
	php_aco_scopes *scopes = PHP_ACO_FETCH(php_aco_scopes, object);

	zend_hash_init(&scopes->websites, 0, NULL, NULL, false);
	zend_hash_init(&scopes->store_views, 0, NULL, NULL, false);
	return object;
}

static void php_aco_scopes_free(zend_object *object)
{
	php_aco_scopes *scopes = PHP_ACO_FETCH(php_aco_scopes, object);

	zend_hash_destroy(&scopes->websites);
	zend_hash_destroy(&scopes->store_views);
	zend_object_std_dtor(object);
}

bool php_aco_scopes_check(zend_object *scopes)
{
	if (!PHP_ACO_FETCH(php_aco_scopes, scopes)->constructed) {
		zend_throw_error(NULL, "Aco\\Scopes was not constructed");
		return false;
	}
	return true;
}

HashTable *php_aco_scopes_websites(zend_object *scopes)
{
	return &PHP_ACO_FETCH(php_aco_scopes, scopes)->websites;
}

HashTable *php_aco_scopes_store_views(zend_object *scopes)
{
	return &PHP_ACO_FETCH(php_aco_scopes, scopes)->store_views;
}

static bool read_codes(HashTable *set, HashTable *codes, const char *parameter)
{
	zval *code;

	ZEND_HASH_FOREACH_VAL(codes, code) {
		ZVAL_DEREF(code);

		if (Z_TYPE_P(code) == IS_LONG) {
			zend_string *digits = zend_long_to_str(Z_LVAL_P(code));
			zend_hash_add_empty_element(set, digits);
			zend_string_release(digits);
		} else if (Z_TYPE_P(code) == IS_STRING && Z_STRLEN_P(code) > 0) {
			zend_hash_add_empty_element(set, Z_STR_P(code));
		} else {
			php_aco_throw_argument("%s must hold non-empty strings", parameter);
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	return true;
}

static void set_codes(zend_object *object, uint32_t property, HashTable *set)
{
	zend_string *code;
	zval list;

	array_init_size(&list, zend_hash_num_elements(set));
	ZEND_HASH_FOREACH_STR_KEY(set, code) {
		add_next_index_str(&list, zend_string_copy(code));
	} ZEND_HASH_FOREACH_END();
	php_aco_set_property(object, property, &list);
}

PHP_METHOD(Aco_Scopes, __construct)
{
	php_aco_scopes *scopes = PHP_ACO_FETCH(php_aco_scopes, Z_OBJ_P(ZEND_THIS));
	HashTable *websites = NULL, *store_views = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(websites)
		Z_PARAM_ARRAY_HT(store_views)
	ZEND_PARSE_PARAMETERS_END();

	if (scopes->constructed) {
		zend_throw_error(NULL, "Cannot construct Aco\\Scopes twice");
		RETURN_THROWS();
	}

	/* A call that failed may have left codes behind. */
	zend_hash_clean(&scopes->websites);
	zend_hash_clean(&scopes->store_views);
	if ((websites && !read_codes(&scopes->websites, websites, "$disabledWebsites"))
			|| (store_views && !read_codes(&scopes->store_views, store_views, "$disabledStoreViews"))) {
		RETURN_THROWS();
	}

	scopes->constructed = true;
	set_codes(&scopes->std, PROPERTY_WEBSITES, &scopes->websites);
	set_codes(&scopes->std, PROPERTY_STORE_VIEWS, &scopes->store_views);
}

void php_aco_scopes_register(void)
{
	php_aco_scopes_ce = register_class_Aco_Scopes();
	php_aco_object_register(php_aco_scopes_ce, php_aco_scopes_create, &php_aco_scopes_handlers,
		offsetof(php_aco_scopes, std), php_aco_scopes_free, NULL);
}
