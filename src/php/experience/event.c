/* SPDX-License-Identifier: MIT */
#include "src/php/experience/event.h"

#include "ext/json/php_json.h"
#include "src/core/base/count.h"
#include "src/php/exceptions.h"
#include "src/php/json.h"
#include "zend_interfaces.h"

#include "src/php/experience/event_arginfo.h"

#define MAX_ID_LENGTH 64

zend_class_entry *php_aco_experience_event_ce;

/* The body is not a property, because it holds personal data that var_dump() would show. */
typedef struct php_aco_experience_event {
	zend_string *json;
	zend_string *id;
	zend_object std;
} php_aco_experience_event;

PHP_ACO_ASSERT_STD_LAST(php_aco_experience_event);

#define EVENT(object) PHP_ACO_FETCH(php_aco_experience_event, (object))

static zend_object_handlers php_aco_event_handlers;

enum { PROPERTY_ID, PROPERTY_TYPE, PROPERTY_ORDER_ID, PROPERTY_WEBSITE_CODE, PROPERTY_TIMESTAMP, PROPERTY_LEFT_OUT };

static zend_object *php_aco_event_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_event_handlers);
}

static void php_aco_event_free(zend_object *object)
{
	if (EVENT(object)->json) {
		zend_string_release(EVENT(object)->json);
		zend_string_release(EVENT(object)->id);
	}
	zend_object_std_dtor(object);
}

static void make_left_out(zval *array, const aco_order_omitted *omitted)
{
	if (!omitted || !(omitted->tracking || omitted->details || omitted->lines > 0)) {
		ZVAL_EMPTY_ARRAY(array);
		return;
	}

	array_init(array);

	if (omitted->tracking) {
		add_assoc_long(array, "trackingNumber", 1);
	}
	if (omitted->details) {
		add_assoc_long(array, "details", 1);
	}
	if (omitted->lines > 0) {
		add_assoc_long(array, "productListItems", (zend_long) omitted->lines);
	}
}

void php_aco_experience_event_make(zval *target, const php_aco_experience_event_parts *parts)
{
	zend_string *properties[] = {parts->id, parts->type, parts->order_id, parts->website_code, parts->timestamp};
	zval left_out;

	object_init_ex(target, php_aco_experience_event_ce);
	EVENT(Z_OBJ_P(target))->json = zend_string_copy(parts->json);
	EVENT(Z_OBJ_P(target))->id = zend_string_copy(parts->id);

	for (uint32_t i = 0; i < ACO_COUNT(properties); i++) {
		zval value;

		ZVAL_STR_COPY(&value, properties[i]);
		php_aco_set_property(Z_OBJ_P(target), PROPERTY_ID + i, &value);
	}

	make_left_out(&left_out, parts->omitted);
	php_aco_set_property(Z_OBJ_P(target), PROPERTY_LEFT_OUT, &left_out);
}

zend_string *php_aco_experience_event_json(zend_object *event)
{
	/* PDO, for example, makes objects that have no body. */
	if (!EVENT(event)->json) {
		zend_throw_error(NULL, "Aco\\Experience\\Event was not made by an OrderMapper or fromJson()");
	}
	return EVENT(event)->json;
}

zend_string *php_aco_experience_event_id(zend_object *event)
{
	return php_aco_experience_event_json(event) ? EVENT(event)->id : NULL;
}

PHP_METHOD(Aco_Experience_Event, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Aco_Experience_Event, fromJson)
{
	php_aco_experience_event_parts parts;

	ZEND_PARSE_PARAMETERS_START(6, 6)
		Z_PARAM_STR(parts.id)
		Z_PARAM_STR(parts.type)
		Z_PARAM_STR(parts.order_id)
		Z_PARAM_STR(parts.website_code)
		Z_PARAM_STR(parts.timestamp)
		Z_PARAM_STR(parts.json)
	ZEND_PARSE_PARAMETERS_END();

	parts.omitted = NULL;
	if (ZSTR_LEN(parts.id) == 0 || ZSTR_LEN(parts.id) > MAX_ID_LENGTH
			|| strlen(ZSTR_VAL(parts.id)) != ZSTR_LEN(parts.id)) {
		php_aco_throw_argument("$id must have 1 to %d bytes, none of them NUL", MAX_ID_LENGTH);
		RETURN_THROWS();
	}

	if (!php_aco_json_check(parts.json)) {
		RETURN_THROWS();
	}

	php_aco_experience_event_make(return_value, &parts);
}

PHP_METHOD(Aco_Experience_Event, __toString)
{
	zend_string *json;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(json = php_aco_experience_event_json(Z_OBJ_P(ZEND_THIS)))) {
		RETURN_THROWS();
	}
	RETURN_STR_COPY(json);
}

PHP_METHOD(Aco_Experience_Event, jsonSerialize)
{
	zend_string *json;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(json = php_aco_experience_event_json(Z_OBJ_P(ZEND_THIS)))) {
		RETURN_THROWS();
	}
	php_aco_json_decode(return_value, json);
}

void php_aco_experience_event_register(void)
{
	php_aco_experience_event_ce = register_class_Aco_Experience_Event(zend_ce_stringable, php_json_serializable_ce);
	php_aco_object_register(php_aco_experience_event_ce, php_aco_event_create, &php_aco_event_handlers,
		offsetof(php_aco_experience_event, std), php_aco_event_free, NULL);
}
