/* SPDX-License-Identifier: MIT */
/*
 * The quota state of a tenant as a small value, for a store that hosts share: a few dozen bytes at the usual rates,
 * because only what still counts is written. It is the same on every processor, and ends with a checksum.
 */
#ifndef ACO_CORE_SHARED_QUOTA_VALUE_H
#define ACO_CORE_SHARED_QUOTA_VALUE_H

#include "src/core/base/buf.h"
#include "src/core/shared/quota.h"

typedef struct aco_quota_value {
	aco_quota_state state;
	/* When it was written, on the clock that the state counts by, and on the clock of the store. */
	int64_t written_us;
	int64_t clock_us;
	/* Counts the changes, to notice that a store has lost some. */
	int64_t serial;
	/* A number of the process that wrote it, so that no two processes write the same value. */
	int64_t writer;
} aco_quota_value;

void aco_quota_value_write(aco_buf *out, const aco_quota_value *value);
/* False when the bytes are no value. */
bool aco_quota_value_read(aco_quota_value *value, const char *bytes, size_t length);

#endif
