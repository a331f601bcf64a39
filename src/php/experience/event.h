/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_EVENT_H
#define ACO_PHP_EXPERIENCE_EVENT_H

#include "src/map/orders.h"
#include "src/php/classes.h"

extern zend_class_entry *php_aco_experience_event_ce;

void php_aco_experience_event_register(void);

/* What an event is made of, all borrowed. */
typedef struct php_aco_experience_event_parts {
	zend_string *id;
	zend_string *type;
	zend_string *order_id;
	zend_string *website_code;
	zend_string *timestamp;
	zend_string *json;
	/* NULL when nothing was left out. */
	const aco_order_omitted *omitted;
} php_aco_experience_event_parts;

void php_aco_experience_event_make(zval *target, const php_aco_experience_event_parts *parts);
/* Borrowed from the event. NULL with an Error pending for an object that was not constructed. */
zend_string *php_aco_experience_event_json(zend_object *event);
zend_string *php_aco_experience_event_id(zend_object *event);

#endif
