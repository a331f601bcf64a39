/*
 * The course of one submission, whether submit() or a Stream drives it: items in, reports out to
 * $onBatch and the logger, counters for the Submission. Everything returns false with an exception
 * pending.
 */
#ifndef PHP_ACO_SENDING_H
#define PHP_ACO_SENDING_H

#include "php_aco_classes.h"
#include "src/core/aco_engine.h"

typedef struct php_aco_sending {
	aco_engine *engine;
	aco_stream *stream;
	const aco_feed *feed;
	/* The Feed case and the mapper; the mapper is made on the first array when none was given. */
	zval feed_case;
	zval mapper;
	/* Callables or null. */
	zval on_batch;
	zval logger;
	zend_long next_position;
	zend_long accepted;
	zend_long deleted;
	zend_long rejected;
	zend_long retryable;
	zend_long skipped;
	zend_string *reason;
	/* Made with the first failure: the Submission's failedItems and requestIds. */
	zval failed_items;
	zval request_ids;
} php_aco_sending;

/* `sending` is zeroed memory that an object owns, so that php_aco_sending_end() runs even after a bailout. */
bool php_aco_sending_begin(php_aco_sending *sending, aco_engine *engine, zend_object *feed_case,
	zend_object *mapper, zval *on_batch, zval *logger);
/* An array or a Document. */
bool php_aco_sending_push(php_aco_sending *sending, zval *item);
/* Puts what is pending on its way. */
bool php_aco_sending_flush(php_aco_sending *sending);
/* Sends what is pending and waits for the answers. */
bool php_aco_sending_drain(php_aco_sending *sending);
/* Items pushed and not yet reported. */
size_t php_aco_sending_pending(const php_aco_sending *sending);
/* Releases everything; requests under way are dropped. */
void php_aco_sending_end(php_aco_sending *sending);
/* For get_gc. */
void php_aco_sending_add_gc(php_aco_sending *sending, zend_get_gc_buffer *buffer);

/* Batch and Submission objects. */
void php_aco_batch_make(zval *target, zval *feed_case, const aco_report *report);
void php_aco_submission_make(zval *target, php_aco_sending *sending);

#endif
