/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_EVENT_STREAM_H
#define ACO_PHP_EXPERIENCE_EVENT_STREAM_H

#include "src/php/run.h"

extern zend_class_entry *php_aco_experience_event_stream_ce;

void php_aco_experience_event_stream_register(void);

/* Makes a stream on a channel of the engine. False with an exception pending. */
bool php_aco_experience_event_stream_make(zval *target, aco_engine *engine, const aco_channel *channel, zval *on_batch,
	zval *logger);
/* Throws for anything but an Event. False with an exception pending. */
bool php_aco_experience_event_stream_push(zend_object *stream, zval *event);
/* Sends what is pending, and closes the stream; false with an exception pending. */
bool php_aco_experience_event_stream_finish(zend_object *stream, zval *submission);
/* Closes the stream and drops what is pending. Nothing is logged, because the caller knows. */
void php_aco_experience_event_stream_abandon(zend_object *stream);

#endif
