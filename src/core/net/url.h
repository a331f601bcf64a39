/* SPDX-License-Identifier: MIT */
/* Addresses from settings, checked once before anything is sent to them. */
#ifndef ACO_CORE_NET_URL_H
#define ACO_CORE_NET_URL_H

#include "src/core/base/buf.h"
#include "src/core/base/error.h"

/* https, or http to loopback (anywhere when `allow_http`); no user, no query, no fragment. */
bool aco_url_check(const char *url, bool allow_http, const char *setting, aco_error *error);
/* `url` without trailing slashes; `default_path` is appended when it has no path. Both NUL-terminated in `out`. */
bool aco_url_with_default_path(const char *url, const char *default_path, aco_buf *out);
/* Base address of a tenant's operations: the tenant id is the last path segment, appended when missing. */
bool aco_url_of_tenant(const char *ingestion_url, const char *tenant_id, aco_buf *out);
/* Percent-encodes a path segment or form value: everything but unreserved characters. */
void aco_url_encode(aco_buf *out, const char *text, size_t length);

#endif
