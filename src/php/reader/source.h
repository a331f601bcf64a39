/* SPDX-License-Identifier: MIT */
/* Where items are read from: a file, a pipe, or an open stream; and the texts of items in it. */
#ifndef ACO_PHP_READER_SOURCE_H
#define ACO_PHP_READER_SOURCE_H

#include "php.h"
#include "src/core/source/splitter.h"
#include "src/core/source/unpack.h"

typedef enum php_aco_source_result {
	PHP_ACO_SOURCE_TEXT,
	PHP_ACO_SOURCE_TOO_LONG,
	PHP_ACO_SOURCE_END,
	/* `failure` says why. */
	PHP_ACO_SOURCE_FAILED,
	/* An exception is pending; the next call goes on. */
	PHP_ACO_SOURCE_THROWN
} php_aco_source_result;

/* Zeroed at first. */
typedef struct php_aco_source {
	/* A resource. */
	zval stream;
	/* NULL for what can be read only once. */
	zend_string *path;
	/* What messages call it. */
	zend_string *name;
	/* Of a regular file; else -1. */
	zend_long size;
	/* Bytes read so far, before unpacking. */
	zend_long consumed;
	aco_unpack *unpack;
	aco_splitter splitter;
	/* Why reading ended, for good; a literal. */
	const char *failure;
} php_aco_source;

/* Both return false with an exception pending. `name` NULL: that of the file, or of the stream. */
bool php_aco_source_open_path(php_aco_source *source, zend_string *path, zend_string *name);
bool php_aco_source_open_stream(php_aco_source *source, zval *resource, zend_string *name);
/* Frees all but the stream, as closing it may run PHP code. */
void php_aco_source_free(php_aco_source *source);

/* Reads up to the next text. PHP code may run, of streams in PHP and of signal handlers. */
php_aco_source_result php_aco_source_next(php_aco_source *source, aco_split_text *text);

#endif
