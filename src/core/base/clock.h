/* SPDX-License-Identifier: MIT */
/* A monotonic clock and the wall clock. */
#ifndef ACO_CORE_BASE_CLOCK_H
#define ACO_CORE_BASE_CLOCK_H

#include <stdint.h>

/* Monotonic and shared by all processes of the host; restarts at each boot. */
int64_t aco_clock_us(void);
int64_t aco_clock_ms(void);
/* The same, but it goes on while the host is suspended, where the system has such a clock. */
int64_t aco_clock_suspended_us(void);
/* Milliseconds since 1970; may jump. */
int64_t aco_clock_wall_ms(void);

static inline int64_t aco_later(int64_t one, int64_t other)
{
	return one > other ? one : other;
}

static inline int64_t aco_earlier(int64_t one, int64_t other)
{
	return one < other ? one : other;
}

#endif
