/* SPDX-License-Identifier: MIT */
/* Header lines: written for a request, recognised in a response. */
#ifndef ACO_CORE_NET_HEADER_H
#define ACO_CORE_NET_HEADER_H

#include "src/core/base/buf.h"

/* Appends "name: value" with a NUL; at its final size at once, as the value may be a secret. */
void aco_header_append(aco_buf *line, const char *name, const char *value);
/* Whether the line is this header; then the line becomes its trimmed value. */
bool aco_header_take(const char **line, size_t *length, const char *name);

#endif
