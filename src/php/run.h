/*
 * The course of one submission, whatever the service: documents in, reports out to $onBatch and the
 * logger, counters for the Submission. Everything returns false with an exception pending.
 */
#ifndef ACO_PHP_SENDING_H
#define ACO_PHP_SENDING_H

#include "src/php/classes.h"
#include "src/php/lifetime.h"
#include "src/core/engine/engine.h"

typedef struct php_aco_run {
	aco_engine *engine;
	aco_stream *stream;
	const aco_channel *channel;
	/* Makes what $onBatch gets. */
	void (*make_report)(zval *target, const struct php_aco_run *run, const aco_report *report);
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
	/* The Submission's failedItems and requestIds. */
	zval failed_items;
	/* Positions to be sent again, by id: what becomes of a later document of the id is what became of them. */
	zval superseded;
	zval request_ids;
	/* Calls that wait: they may push, but not take the stream from under each other. */
	php_aco_guard guard;
	/* It was begun once, and is over. */
	bool closed;
} php_aco_run;

/*
 * `sending` is zeroed memory that an object owns, so that php_aco_run_close() runs even after a
 * bailout. A channel of the engine, NULL: there was no memory for it. Reports become Aco\Report
 * objects unless `make_report` is set afterwards.
 */
bool php_aco_run_begin(php_aco_run *run, aco_engine *engine, const aco_channel *channel, zval *on_batch, zval *logger);
/*
 * Pushes, waiting for room: the document's memory must stay as it is meanwhile, and callbacks run.
 * What cannot be sent is a failure of its position.
 */
bool php_aco_run_push_document(php_aco_run *run, const aco_document *document);
/* A position that is not sent; takes over the message. */
void php_aco_run_refuse(php_aco_run *run, zend_long position, int status, zend_string *message, const char *field);
/* To be called after each item: looks after the network once in a while. */
bool php_aco_run_tick(php_aco_run *run, zend_long position);
/* Puts what is pending on its way. */
bool php_aco_run_flush(php_aco_run *run);
/* Sends what is pending and waits for the answers. */
bool php_aco_run_drain(php_aco_run *run);
/* Drains, and makes the Submission; refused while another call waits. To be closed afterwards. */
bool php_aco_run_finish(php_aco_run *run, zval *submission);
/* Documents pushed and not yet reported. */
size_t php_aco_run_pending(const php_aco_run *run);
/* Frees everything but what may run destructors; requests under way are dropped. */
void php_aco_run_close(php_aco_run *run, php_aco_remains *remains);
/* Of a stream: whether it can be used, else an exception is pending. `origin` is the method that opens one. */
bool php_aco_run_check_stream(const php_aco_run *run, const char *origin);
/* Of a stream that is destroyed: what was never answered is dropped, not sent while this could block; the logger is told. */
void php_aco_run_tell_loss(php_aco_run *run);
/* For get_gc. */
void php_aco_run_add_gc(php_aco_run *run, zend_get_gc_buffer *buffer);

/* Adds what results of one service have beside those of all. */
typedef void php_aco_result_details(zval *result, const aco_item *item);

/* Fills a Report, or an object of a class with the same properties; takes over `subject`, what the first of them is. */
void php_aco_report_fill(zend_object *object, zval *subject, const aco_report *report, php_aco_result_details *add_details);
void php_aco_report_make(zval *target, const php_aco_run *run, const aco_report *report);
void php_aco_submission_make(zval *target, php_aco_run *run);

#endif
