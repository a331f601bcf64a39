/* SPDX-License-Identifier: MIT */
/* How long a response asks the client to wait. */
#ifndef ACO_CORE_NET_RETRY_AFTER_H
#define ACO_CORE_NET_RETRY_AFTER_H

#include <stdint.h>

/*
 * The milliseconds of a Retry-After header: seconds, or an HTTP date, which is compared with the response's own Date
 * ("" or unreadable: with `wall_ms`), so that clocks need not agree. -1 when it cannot be read.
 */
int64_t aco_retry_after_ms(const char *retry_after, const char *date, int64_t wall_ms);

#endif
