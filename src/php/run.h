/* SPDX-License-Identifier: MIT */
/*
 * The course of one submission, for any service: documents in, reports out to $onBatch and the logger, counters for
 * the Submission. Every function returns false with an exception pending.
 */
#ifndef ACO_PHP_RUN_H
#define ACO_PHP_RUN_H

#include "src/php/classes.h"
#include "src/php/lifetime.h"
#include "src/core/engine/engine.h"

typedef struct php_aco_run {
	aco_engine *engine;
	aco_stream *stream;
	const aco_channel *channel;
	/* Makes the argument of $onBatch. */
	void (*make_report)(zval *target, const struct php_aco_run *run, const aco_report *report);
	/* Callables or null. */
	zval on_batch;
	zval logger;
	/* The SharedStore of the engine, or null. */
	zval store;
	zend_long next_position;
	zend_long accepted;
	zend_long deleted;
	zend_long rejected;
	zend_long retryable;
	zend_long skipped;
	zend_string *reason;
	/* The Submission's failedItems and requestIds. */
	zval failed_items;
	/* Retryable positions by id: a later document of the id decides what becomes of them. */
	zval superseded;
	zval request_ids;
	/* Waiting calls: they may push, but must not close the stream under each other. */
	php_aco_guard guard;
	/* The run was begun and has ended. */
	bool closed;
} php_aco_run;

/*
 * `run` is zeroed memory that an object owns, so that php_aco_run_close() is called even after a
 * bailout. `channel` belongs to the engine; NULL: there was no memory for it. Reports become Aco\Report
 * objects unless `make_report` is set afterwards.
 */
bool php_aco_run_begin(php_aco_run *run, aco_engine *engine, const aco_channel *channel, zval *on_batch, zval *logger);
/*
 * Pushes, waiting for room: the document's memory must stay unchanged meanwhile, and callbacks run. A
 * document that cannot be sent fails its position.
 */
bool php_aco_run_push_document(php_aco_run *run, const aco_document *document);
/* Reports a position that is not sent; takes over the message. */
void php_aco_run_refuse(php_aco_run *run, zend_long position, int status, zend_string *message, const char *field);
/* Called after each item: services the network now and then. */
bool php_aco_run_tick(php_aco_run *run, zend_long position);
/* Closes partial batches, so that they are sent. */
bool php_aco_run_flush(php_aco_run *run);
/* Sends what is pending and waits for the responses. */
bool php_aco_run_drain(php_aco_run *run);
/* Drains, and makes the Submission; refused while another call waits. Close the run afterwards. */
bool php_aco_run_finish(php_aco_run *run, zval *submission);
/* Whether the service is down and nothing more is sent. */
bool php_aco_run_is_stopped(const php_aco_run *run);
/* Documents that were pushed and not yet reported. */
size_t php_aco_run_pending(const php_aco_run *run);
/* Frees everything except what may run destructors; drops requests in flight. */
void php_aco_run_close(php_aco_run *run, php_aco_remains *remains);
/* For a stream: whether it is usable; otherwise an exception is pending. `origin` is the method that opens one. */
bool php_aco_run_check_stream(const php_aco_run *run, const char *origin);
/*
 * For a stream that is destroyed: documents without a response are dropped, because
 * sending could block; the loss is logged.
 */
void php_aco_run_log_loss(php_aco_run *run);
/* For get_gc. */
void php_aco_run_add_gc(php_aco_run *run, zend_get_gc_buffer *buffer);

/* Adds the results that are specific to one service. */
typedef void php_aco_result_details(zval *result, const aco_item *item);

/*
 * Fills a Report, or an object of a class with the same properties; takes
 * over `subject`, the value of the first one.
 */
void php_aco_report_fill(zend_object *object, zval *subject, const aco_report *report,
	php_aco_result_details *add_details);
void php_aco_report_make(zval *target, const php_aco_run *run, const aco_report *report);
void php_aco_submission_make(zval *target, php_aco_run *run);

#endif
