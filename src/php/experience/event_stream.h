/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_EVENT_STREAM_H
#define ACO_PHP_EXPERIENCE_EVENT_STREAM_H

#include "src/php/run.h"

extern zend_class_entry *php_aco_experience_event_stream_ce;

void php_aco_experience_event_stream_register(void);

/* A stream object on a channel of the engine; false with an exception pending. */
bool php_aco_experience_event_stream_make(
	zval *target, aco_engine *engine, const aco_channel *channel, zval *on_batch, zval *logger);
/* Pushes what must be an Event. */
bool php_aco_experience_event_stream_push(zend_object *stream, zval *event);
/* Sends what is pending, and closes the stream; false with an exception pending. */
bool php_aco_experience_event_stream_finish(zend_object *stream, zval *submission);
/* Closes the stream and drops what is pending without a word, as what the caller knows of. */
void php_aco_experience_event_stream_abandon(zend_object *stream);

#endif
