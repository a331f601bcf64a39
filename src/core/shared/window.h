/*
 * How much was spent in the last second or minute, wherever that begins: a ring of slots of equal
 * length. An amount counts until its whole slot is out of the window, so that what the window holds
 * is never more than its limit, and at most one slot longer than it needs to be.
 */
#ifndef ACO_CORE_SHARED_WINDOW_H
#define ACO_CORE_SHARED_WINDOW_H

#include <stdint.h>

#define ACO_WINDOW_SLOTS 256

/* Any bytes are a valid window; zeros: nothing was spent. */
typedef struct aco_window {
	struct aco_window_slot {
		/* Since the start of the clock. */
		int64_t number;
		int64_t amount;
	} slots[ACO_WINDOW_SLOTS];
	/* The least that anybody asked to keep to, and when: it holds for all, or the one with the greater limit would leave others nothing. */
	int64_t least;
	int64_t least_at_us;
} aco_window;

/* What may be spent within `length_us`, which together with ACO_WINDOW_AHEAD_US fits into the ring. */
typedef struct aco_window_rule {
	int64_t slot_us;
	int64_t length_us;
	int64_t most;
} aco_window_rule;

/* Amounts may be dated so far ahead of the clock. */
#define ACO_WINDOW_AHEAD_US 1000000

/* Microseconds until `amount` may be spent; more than the window ever holds may go when it holds nothing. */
int64_t aco_window_wait(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t now_us);
/* Counts an amount as spent at this moment. */
void aco_window_add(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t at_us, int64_t now_us);
/* Takes back what was counted at this moment, unless the slot is used for a later one by now. */
void aco_window_take_back(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t at_us);

#endif
