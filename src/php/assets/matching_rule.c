/* SPDX-License-Identifier: MIT */
#include "src/php/assets/connections.h"

#include "src/core/base/count.h"
#include "src/php/exceptions.h"
#include "src/php/parameters.h"
#include "zend_enum.h"

#include <ctype.h>

#include "src/php/assets/matching_rule_arginfo.h"

#define DEFAULT_FIELD "commerce:skus"

zend_class_entry *php_aco_assets_matching_rule_ce;

static zend_class_entry *rule_type_ce;
static zend_object_handlers php_aco_matching_rule_handlers;

enum { PROPERTY_TYPE, PROPERTY_METADATA_FIELD, PROPERTY_MATCHER };

static zend_object *php_aco_matching_rule_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_matching_rule_handlers);
}

typedef enum rule { BY_SKU, EXTERNAL, UNKNOWN } rule;

/* The names in use, in lower case and without separators. */
static const struct {
	const char *letters;
	rule rule;
} names[] = {
	{"matchbysku", BY_SKU},
	{"matchbyskurule", BY_SKU},
	{"matchbyproductsku", BY_SKU},
	{"externalmatcher", EXTERNAL},
	{"custommatch", EXTERNAL},
	{"custommatcher", EXTERNAL},
};

static rule rule_named(const zend_string *name)
{
	char letters[32];
	size_t length = 0;

	/* The Admin shows requirements of a rule in parentheses after its name. */
	for (const char *p = ZSTR_VAL(name); *p && *p != '(' && length < sizeof(letters) - 1; p++) {
		if (*p != ' ' && *p != '_' && *p != '-') {
			letters[length++] = (char) tolower((unsigned char) *p);
		}
	}

	letters[length] = '\0';

	for (size_t i = 0; i < ACO_COUNT(names); i++) {
		if (strcmp(letters, names[i].letters) == 0) {
			return names[i].rule;
		}
	}

	return UNKNOWN;
}

/* On failure an exception is pending and `target` stays as it is. */
static void php_aco_matching_rule_make(zval *target, rule type, zend_string *field, zend_object *matcher)
{
	zend_object *object;

	if (matcher && !php_aco_values_check(matcher)) {
		return;
	}

	object_init_ex(target, php_aco_assets_matching_rule_ce);
	object = Z_OBJ_P(target);
	php_aco_set_object(object, PROPERTY_TYPE,
		zend_enum_get_case_cstr(rule_type_ce, type == BY_SKU ? "MatchBySku" : "ExternalMatcher"));

	if (type == BY_SKU) {
		php_aco_set_string_or(object, PROPERTY_METADATA_FIELD, field, DEFAULT_FIELD);
	} else {
		php_aco_set_string(object, PROPERTY_METADATA_FIELD, NULL);
	}

	php_aco_set_object(object, PROPERTY_MATCHER, matcher);
	php_aco_values_publish(object);
}

PHP_METHOD(Aco_Assets_MatchingRule, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_Assets_MatchingRule, bySku)
{
	zend_string *field = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(field)
	ZEND_PARSE_PARAMETERS_END();

	if (!field || php_aco_check_text(field, "$metadataField", true)) {
		php_aco_matching_rule_make(return_value, BY_SKU, field, NULL);
	}
}

PHP_METHOD(Aco_Assets_MatchingRule, external)
{
	zend_object *matcher;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(matcher, php_aco_assets_matcher_connection_ce)
	ZEND_PARSE_PARAMETERS_END();

	php_aco_matching_rule_make(return_value, EXTERNAL, NULL, matcher);
}

PHP_METHOD(Aco_Assets_MatchingRule, named)
{
	zend_string *type, *field = NULL;
	zend_object *matcher = NULL;
	rule named;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(type)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(field)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(matcher, php_aco_assets_matcher_connection_ce)
	ZEND_PARSE_PARAMETERS_END();

	named = rule_named(type);
	if (named == UNKNOWN) {
		php_aco_throw_argument("$type must be matchBySKU or externalMatcher");
	} else if (named == BY_SKU && matcher) {
		php_aco_throw_argument("$matcher must be null for the rule matchBySKU");
	} else if (named == EXTERNAL && field) {
		php_aco_throw_argument("$metadataField must be null for the rule externalMatcher");
	} else if (named == EXTERNAL && !matcher) {
		php_aco_throw_argument("$matcher must be given for the rule externalMatcher");
	} else if (!field || php_aco_check_text(field, "$metadataField", true)) {
		php_aco_matching_rule_make(return_value, named, field, matcher);
	}
}

bool php_aco_assets_rule_get(zend_object *object, const char **metadata_field, zend_object **matcher)
{
	if (!php_aco_values_check(object)) {
		return false;
	}
	*metadata_field = php_aco_value_text(object, PROPERTY_METADATA_FIELD);
	*matcher = Z_TYPE_P(php_aco_value(object, PROPERTY_MATCHER)) == IS_OBJECT
		? php_aco_value_object(object, PROPERTY_MATCHER)
		: NULL;
	return true;
}

void php_aco_assets_matching_rule_register(void)
{
	rule_type_ce = register_class_Aco_Assets_RuleType();
	php_aco_assets_matching_rule_ce = register_class_Aco_Assets_MatchingRule();
	php_aco_values_register(php_aco_assets_matching_rule_ce, php_aco_matching_rule_create,
		&php_aco_matching_rule_handlers, 0);
}
