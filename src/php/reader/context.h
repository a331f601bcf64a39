/* SPDX-License-Identifier: MIT */
/* What documents depend on beside the text of their item. */
#ifndef ACO_PHP_READER_CONTEXT_H
#define ACO_PHP_READER_CONTEXT_H

#include "src/core/source/fingerprint.h"
#include "src/php/classes.h"

/* The version of the library, the feed and the disabled scopes, in any order. */
void php_aco_reader_context(const php_aco_mapper *mapper, aco_fingerprint_context *context);

#endif
