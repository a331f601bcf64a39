/* SPDX-License-Identifier: MIT */
#include "src/php/run.h"

#include "src/php/submission_arginfo.h"

zend_class_entry *php_aco_submission_ce;

enum {
	PROPERTY_STATUS,
	PROPERTY_REASON,
	PROPERTY_FAILED_ITEMS,
	PROPERTY_ACCEPTED,
	PROPERTY_DELETED,
	PROPERTY_REJECTED,
	PROPERTY_RETRYABLE,
	PROPERTY_SKIPPED,
	PROPERTY_REQUEST_IDS
};

static void set_count(zend_object *submission, uint32_t property, zend_long count)
{
	zval value;

	ZVAL_LONG(&value, count);
	php_aco_set_property(submission, property, &value);
}

static zend_long overall_status(const php_aco_run *run)
{
	if (run->retryable > 0) {
		return ACO_STATUS_RETRYABLE;
	}
	return run->rejected > 0 && run->accepted + run->deleted == 0 ? ACO_STATUS_REJECTED : ACO_STATUS_DELIVERED;
}

static int compare_positions(Bucket *a, Bucket *b)
{
	return a->h < b->h ? -1 : a->h > b->h;
}

void php_aco_submission_make(zval *target, php_aco_run *run)
{
	zend_object *submission;
	zval value;

	object_init_ex(target, php_aco_submission_ce);
	submission = Z_OBJ_P(target);
	set_count(submission, PROPERTY_STATUS, overall_status(run));

	if (run->reason) {
		ZVAL_STR_COPY(&value, run->reason);
	} else {
		ZVAL_EMPTY_STRING(&value);
	}

	php_aco_set_property(submission, PROPERTY_REASON, &value);
	/* Responses arrive in any order. */
	zend_hash_sort(Z_ARRVAL(run->failed_items), compare_positions, false);
	ZVAL_COPY(&value, &run->failed_items);
	php_aco_set_property(submission, PROPERTY_FAILED_ITEMS, &value);
	set_count(submission, PROPERTY_ACCEPTED, run->accepted);
	set_count(submission, PROPERTY_DELETED, run->deleted);
	set_count(submission, PROPERTY_REJECTED, run->rejected);
	set_count(submission, PROPERTY_RETRYABLE, run->retryable);
	set_count(submission, PROPERTY_SKIPPED, run->skipped);
	ZVAL_COPY(&value, &run->request_ids);
	php_aco_set_property(submission, PROPERTY_REQUEST_IDS, &value);
}

PHP_METHOD(Aco_Submission, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

void php_aco_submission_register(void)
{
	php_aco_submission_ce = register_class_Aco_Submission();
	php_aco_results_register(php_aco_submission_ce);
}
