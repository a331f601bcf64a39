/* SPDX-License-Identifier: MIT */
#include "src/php/run.h"
#include "src/core/engine/service.h"

#include "src/php/report_arginfo.h"

zend_class_entry *php_aco_report_ce;

/* Those of Batch as well. */
enum {
	PROPERTY_SUBJECT,
	PROPERTY_STATUS,
	PROPERTY_REQUEST_ID,
	PROPERTY_RESULTS
};

static void add_result(zval *results, const aco_report *report, const aco_item *item,
	php_aco_result_details *add_details)
{
	zval result;

	array_init_size(&result, 8);
	add_assoc_long(&result, "position", (zend_long) item->position);
	add_assoc_string(&result, "id", item->id);

	if (add_details) {
		add_details(&result, item);
	}

	add_assoc_long(&result, "status", report->status);
	add_assoc_string(&result, "message", aco_report_message(report, item));

	if (item->field) {
		add_assoc_string(&result, "field", item->field);
	} else {
		add_assoc_null(&result, "field");
	}

	add_next_index_zval(results, &result);
}

void php_aco_report_fill(zend_object *object, zval *subject, const aco_report *report,
	php_aco_result_details *add_details)
{
	zval value;

	php_aco_set_property(object, PROPERTY_SUBJECT, subject);
	ZVAL_LONG(&value, report->status);
	php_aco_set_property(object, PROPERTY_STATUS, &value);
	ZVAL_STRING(&value, report->request_id);
	php_aco_set_property(object, PROPERTY_REQUEST_ID, &value);
	array_init_size(&value, (uint32_t) report->count);

	for (size_t i = 0; i < report->count; i++) {
		add_result(&value, report, &report->items[i], add_details);
	}

	php_aco_set_property(object, PROPERTY_RESULTS, &value);
}

void php_aco_report_make(zval *target, const php_aco_run *run, const aco_report *report)
{
	zval channel;

	object_init_ex(target, php_aco_report_ce);
	ZVAL_STRING(&channel, run->channel->name);
	php_aco_report_fill(Z_OBJ_P(target), &channel, report, NULL);
}

PHP_METHOD(Aco_Report, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

void php_aco_report_register(void)
{
	php_aco_report_ce = register_class_Aco_Report();
	php_aco_results_register(php_aco_report_ce);
}
