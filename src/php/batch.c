/* SPDX-License-Identifier: MIT */
#include "src/php/feed_run.h"
#include "src/core/services/ingestion.h"

#include "src/php/batch_arginfo.h"

zend_class_entry *php_aco_batch_ce;

static void add_details(zval *result, const aco_item *item)
{
	add_assoc_string(result, "hash", item->hash);
	add_assoc_bool(result, "deleted", item->route == ACO_ROUTE_DELETE);
}

void php_aco_batch_make(zval *target, const php_aco_run *run, const aco_report *report)
{
	zval feed;

	object_init_ex(target, php_aco_batch_ce);
	ZVAL_COPY(&feed, &((const php_aco_feed_run *) run)->feed_case);
	php_aco_report_fill(Z_OBJ_P(target), &feed, report, add_details);
}

PHP_METHOD(Aco_Batch, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

void php_aco_batch_register(void)
{
	php_aco_batch_ce = register_class_Aco_Batch();
	php_aco_results_register(php_aco_batch_ce);
}
