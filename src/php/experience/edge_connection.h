/* SPDX-License-Identifier: MIT */
#ifndef ACO_PHP_EXPERIENCE_EDGE_CONNECTION_H
#define ACO_PHP_EXPERIENCE_EDGE_CONNECTION_H

#include "src/core/engine/engine.h"
#include "src/core/services/edge.h"
#include "src/php/classes.h"

extern zend_class_entry *php_aco_experience_edge_connection_ce;

void php_aco_experience_edge_connection_register(void);

/* The header lines that credentials require. */
typedef struct php_aco_experience_edge_headers {
	aco_buf api_key;
	aco_buf organisation;
	const char *lines[3];
} php_aco_experience_edge_headers;

/*
 * The settings borrow from the object and from the headers, which the caller frees in any case. False with an
 * exception pending.
 */
bool php_aco_experience_edge_connection_settings(zend_object *connection, aco_engine_settings *settings,
	php_aco_experience_edge_headers *headers);
void php_aco_experience_edge_headers_free(php_aco_experience_edge_headers *headers);
/* Fills in the part of a datastream that the connection decides. */
void php_aco_experience_edge_connection_datastream(zend_object *connection, aco_edge_datastream *datastream);

#endif
