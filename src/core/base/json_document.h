/* SPDX-License-Identifier: MIT */
/* Reads JSON that is not trusted: size, depth and types are checked. */
#ifndef ACO_CORE_BASE_JSON_DOCUMENT_H
#define ACO_CORE_BASE_JSON_DOCUMENT_H

#include "src/core/base/buf.h"

#include <stdint.h>

typedef struct json_object aco_json_document;

/* NULL unless the body is one JSON object within the depth limit. */
aco_json_document *aco_json_document_parse(const aco_buf *body);
/* NULL is allowed. */
void aco_json_document_free(aco_json_document *document);
/* A member of an object; NULL when it is absent or null, or when this is no object. Borrowed. */
struct json_object *aco_json_get(struct json_object *object, const char *name);
/* The same; NULL also when it is not of this type, an `enum json_type`. */
struct json_object *aco_json_get_typed(struct json_object *object, const char *name, int type);

/* Members of the top level; false when absent or of another type. Strings are borrowed. */
bool aco_json_document_string(aco_json_document *document, const char *name, const char **text, size_t *length);
/* A number of any kind, or a string that holds one. */
bool aco_json_document_number(aco_json_document *document, const char *name, double *number);
bool aco_json_document_int(aco_json_document *document, const char *name, int64_t *number);

#endif
