/* SPDX-License-Identifier: MIT */
/* One submission of a feed: the run maps items, or takes them as Documents. */
#ifndef ACO_PHP_FEED_RUN_H
#define ACO_PHP_FEED_RUN_H

#include "src/php/run.h"

typedef struct php_aco_feed_run {
	php_aco_run base;
	const aco_feed *feed;
	/* When no mapper was given, the first array makes one. */
	zval feed_case;
	zval mapper;
} php_aco_feed_run;

PHP_ACO_ASSERT_FIRST(php_aco_feed_run, base);

/* `run` is zeroed memory that an object owns. This and the following return false with an exception pending. */
bool php_aco_feed_run_begin(php_aco_feed_run *run, aco_engine *engine, zend_object *feed_case,
	zend_object *mapper, zval *on_batch, zval *logger);
/* An array or a Document. */
bool php_aco_feed_run_push(php_aco_feed_run *run, zval *item);
void php_aco_feed_run_close(php_aco_feed_run *run, php_aco_remains *remains);
/* For get_gc. */
void php_aco_feed_run_add_gc(php_aco_feed_run *run, zend_get_gc_buffer *buffer);

/* Makes Batch objects instead of Reports. */
void php_aco_batch_make(zval *target, const php_aco_run *run, const aco_report *report);

#endif
