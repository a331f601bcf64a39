/* SPDX-License-Identifier: MIT */
#include "src/core/shared/window.h"

#include <stdbool.h>

/* A larger amount in one slot was not written by these functions. */
#define MAX_AMOUNT INT64_C(1000000000000)
/* A limit that no process has asked for in this time is forgotten; a waiting process asks more often. */
#define LEAST_US 2000000

static struct aco_window_slot *slot_of(aco_window *window, int64_t number)
{
	return &window->slots[(uint64_t) number % ACO_WINDOW_SLOTS];
}

static int64_t amount_of(const aco_window *window, int64_t number)
{
	const struct aco_window_slot *slot = &window->slots[(uint64_t) number % ACO_WINDOW_SLOTS];

	return slot->number == number && slot->amount > 0 && slot->amount <= MAX_AMOUNT ? slot->amount : 0;
}

/* The last slot that a date may fall into. */
static int64_t last_slot(const aco_window_rule *rule, int64_t now_us)
{
	return (now_us + ACO_WINDOW_AHEAD_US) / rule->slot_us;
}

static int64_t most_for_all(aco_window *window, int64_t most, int64_t now_us)
{
	bool stale = window->least <= 0 || window->least_at_us < now_us - LEAST_US
		|| window->least_at_us > now_us + ACO_WINDOW_AHEAD_US;

	/* Not updated every time, because each change must be written. */
	if (stale || most < window->least || (most == window->least && window->least_at_us < now_us - LEAST_US / 2)) {
		window->least = most;
		window->least_at_us = now_us;
	}
	return window->least;
}

int64_t aco_window_wait(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t now_us)
{
	int64_t first = now_us > rule->length_us ? (now_us - rule->length_us) / rule->slot_us : 0;
	int64_t last = last_slot(rule, now_us), most = most_for_all(window, rule->most, now_us), excess = 0, number;

	for (number = first; number <= last; number++) {
		excess += amount_of(window, number);
	}
	excess -= amount < most ? most - amount : 0;
	for (number = first; excess > 0; number++) {
		excess -= amount_of(window, number);
	}
	return number > first ? number * rule->slot_us + rule->length_us - now_us : 0;
}

void aco_window_add(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t at_us, int64_t now_us)
{
	int64_t last = last_slot(rule, now_us), number = at_us / rule->slot_us;
	struct aco_window_slot *slot;

	number = number < last ? number : last;
	slot = slot_of(window, number);
	if (slot->number > number && slot->number <= last) {
		/* The slot belongs to a later time by now: this amount has left the window. */
		return;
	}

	amount += amount_of(window, number);
	slot->number = number;
	slot->amount = amount < MAX_AMOUNT ? amount : MAX_AMOUNT;
}

void aco_window_take_back(aco_window *window, const aco_window_rule *rule, int64_t amount, int64_t at_us)
{
	struct aco_window_slot *slot = slot_of(window, at_us / rule->slot_us);

	if (slot->number == at_us / rule->slot_us) {
		slot->amount -= amount < slot->amount ? amount : slot->amount;
	}
}
