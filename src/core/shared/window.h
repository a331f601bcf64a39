/* SPDX-License-Identifier: MIT */
/*
 * How much was spent in the last second or minute, wherever that begins: a ring of slots of equal length. An
 * amount counts until its whole slot has left the window, so the window never holds more than its limit, and
 * covers at most one slot more than necessary.
 */
#ifndef ACO_CORE_SHARED_WINDOW_H
#define ACO_CORE_SHARED_WINDOW_H

#include <stdint.h>

#define ACO_WINDOW_SLOTS 256

/* Any bytes are a valid window; zeros: nothing was spent. */
typedef struct aco_window {
	struct aco_window_slot {
		/* Counted from the start of the clock. */
		int64_t number;
		int64_t amount;
	} slots[ACO_WINDOW_SLOTS];
	/*
	 * The lowest limit that any process asked for, and when. It applies to all: otherwise the process with the
	 * greatest limit would leave nothing to the others.
	 */
	int64_t least;
	int64_t least_at_us;
} aco_window;

/* The limit within `length_us`, which together with ACO_WINDOW_AHEAD_US fits into the ring. */
typedef struct aco_window_rule {
	int64_t slot_us;
	int64_t length_us;
	int64_t most;
} aco_window_rule;

/* How far ahead of the clock amounts may be dated. */
#define ACO_WINDOW_AHEAD_US 1000000

/* Microseconds until `amount` may be spent; an amount beyond the limit may go when the window is empty. */
int64_t aco_window_wait(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t now_us);
/* Counts an amount as spent at this time. */
void aco_window_add(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t at_us, int64_t now_us);
/* Takes back what was counted at this time, unless the slot has been reused for a later one. */
void aco_window_take_back(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t at_us);

#endif
