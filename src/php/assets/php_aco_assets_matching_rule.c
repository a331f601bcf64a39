#include "php_aco_assets_connections.h"

#include "src/php/php_aco_exceptions.h"
#include "src/php/php_aco_parameters.h"
#include "zend_enum.h"

#include <ctype.h>

#include "php_aco_assets_matching_rule_arginfo.h"

#define DEFAULT_FIELD "commerce:skus"

zend_class_entry *php_aco_assets_matching_rule_ce;

static zend_class_entry *rule_type_ce;

enum { PROPERTY_TYPE, PROPERTY_METADATA_FIELD, PROPERTY_MATCHER };

typedef enum rule { BY_SKU, EXTERNAL, UNKNOWN } rule;

/* Letters of the names in use, without what is between them. */
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

	/* Admin adds what a rule requires in parentheses. */
	for (const char *p = ZSTR_VAL(name); *p && *p != '(' && length < sizeof(letters) - 1; p++) {
		if (*p != ' ' && *p != '_' && *p != '-') {
			letters[length++] = (char) tolower((unsigned char) *p);
		}
	}
	letters[length] = '\0';
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(letters, names[i].letters) == 0) {
			return names[i].rule;
		}
	}
	return UNKNOWN;
}

static void make(zval *target, rule type, zend_string *field, zend_object *matcher)
{
	zend_object *object;

	object_init_ex(target, php_aco_assets_matching_rule_ce);
	object = Z_OBJ_P(target);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(object, PROPERTY_TYPE), zend_enum_get_case_cstr(rule_type_ce, type == BY_SKU ? "MatchBySku" : "ExternalMatcher"));
	if (type == BY_SKU && !field) {
		ZVAL_STRING(OBJ_PROP_NUM(object, PROPERTY_METADATA_FIELD), DEFAULT_FIELD);
	} else {
		php_aco_assets_set_text(object, PROPERTY_METADATA_FIELD, field);
	}
	if (matcher) {
		ZVAL_OBJ_COPY(OBJ_PROP_NUM(object, PROPERTY_MATCHER), matcher);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, PROPERTY_MATCHER));
	}
}

ZEND_METHOD(Aco_Assets_MatchingRule, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aco_Assets_MatchingRule, bySku)
{
	zend_string *field = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(field)
	ZEND_PARSE_PARAMETERS_END();

	if (!field || php_aco_check_text(field, "$metadataField", true)) {
		make(return_value, BY_SKU, field, NULL);
	}
}

ZEND_METHOD(Aco_Assets_MatchingRule, external)
{
	zend_object *matcher;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(matcher, php_aco_assets_matcher_connection_ce)
	ZEND_PARSE_PARAMETERS_END();

	make(return_value, EXTERNAL, NULL, matcher);
}

ZEND_METHOD(Aco_Assets_MatchingRule, named)
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
		make(return_value, named, field, matcher);
	}
}

bool php_aco_assets_rule_get(zend_object *object, const char **metadata_field, zend_object **matcher)
{
	zval *connection = OBJ_PROP_NUM(object, PROPERTY_MATCHER);

	/* Objects without a rule can only come from reflection. */
	if (Z_ISUNDEF_P(connection)) {
		zend_throw_error(NULL, "Aco\\Assets\\MatchingRule was not constructed");
		return false;
	}
	*metadata_field = php_aco_assets_text(object, PROPERTY_METADATA_FIELD);
	*matcher = Z_TYPE_P(connection) == IS_OBJECT ? Z_OBJ_P(connection) : NULL;
	return true;
}

void php_aco_assets_matching_rule_register(void)
{
	rule_type_ce = register_class_Aco_Assets_RuleType();
	php_aco_assets_matching_rule_ce = register_class_Aco_Assets_MatchingRule();
}
