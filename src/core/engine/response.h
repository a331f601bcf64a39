/* SPDX-License-Identifier: MIT */
/* Reads the JSON responses of the services. Nothing in them is trusted: size, depth and types are checked. */
#ifndef ACO_CORE_ENGINE_RESPONSE_H
#define ACO_CORE_ENGINE_RESPONSE_H

#include "src/core/base/buf.h"
#include "src/core/base/secrets.h"

#include <stdint.h>

/* Any 2xx. */
bool aco_response_is_success(long status);
/* For an unsuccessful response: whether the same request may soon get a different one. */
bool aco_status_is_retryable(long status);

/* Why an item of a request was rejected; message NULL: it was not. */
typedef struct aco_item_error {
	char *message;
	char *field;
} aco_item_error;

/* The acceptedCount of a 2xx response; false when it cannot be read. */
bool aco_response_accepted(const aco_buf *body, int64_t *accepted);
/*
 * The item errors of a 400 response, `sent` entries by itemIndex; several errors of one item are joined. Entries
 * with an impossible index are ignored. Returns the number of items with an error.
 */
size_t aco_response_item_errors(const aco_buf *body, aco_secrets *secrets, aco_item_error *errors, size_t sent);
/* The sentence in an error response of any documented shape; "" if there is none. */
void aco_response_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size);

#endif
