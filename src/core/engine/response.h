/* Reading the services' JSON answers. Nothing in them is trusted: sizes, depth and types are checked. */
#ifndef ACO_CORE_ENGINE_RESPONSE_H
#define ACO_CORE_ENGINE_RESPONSE_H

#include "src/core/base/buf.h"
#include "src/core/base/secrets.h"

#include <stdint.h>

typedef struct json_object aco_json_document;

/* Any 2xx. */
bool aco_response_is_success(long status);
/* Of a response that is none: whether the same request may be answered otherwise soon. */
bool aco_status_is_retryable(long status);

/* NULL when it is not one JSON object within the depth. */
aco_json_document *aco_json_document_parse(const aco_buf *body);
/* NULL is allowed. */
void aco_json_document_free(aco_json_document *document);
/* Members of the top level; false when absent or of another type. Strings are borrowed. */
bool aco_json_document_string(aco_json_document *document, const char *name, const char **text, size_t *length);
/* A number of any kind, or a text that is one. */
bool aco_json_document_number(aco_json_document *document, const char *name, double *number);
bool aco_json_document_int(aco_json_document *document, const char *name, int64_t *number);

/* What one item of a request was refused for; message NULL: it was not. */
typedef struct aco_item_error {
	char *message;
	char *field;
} aco_item_error;

/* The acceptedCount of a 2xx answer; false when it cannot be read. */
bool aco_response_accepted(const aco_buf *body, int64_t *accepted);
/*
 * The item errors of a 400 answer, `sent` entries by itemIndex; several errors of one item are
 * joined. Entries with an impossible index are ignored. Returns how many items have one.
 */
size_t aco_response_item_errors(const aco_buf *body, aco_secrets *secrets, aco_item_error *errors, size_t sent);
/* The sentence that an error answer of any documented shape holds, "" when there is none. */
void aco_response_reason(const aco_buf *body, aco_secrets *secrets, char *reason, size_t size);

#endif
