/* SPDX-License-Identifier: MIT */
#include "src/core/engine/engine_private.h"

#include "src/core/base/clock.h"

#include <stdio.h>

/* The window of requests. */
#define LEAVE_PAUSE_US 1000000

void *aco_engine_store(const aco_engine *engine)
{
	return engine->store;
}

bool aco_engine_is_swapping(const aco_engine *engine)
{
	return engine->swapping;
}

static bool prepare(aco_engine *engine, aco_swap *swap)
{
	engine->token_swap = aco_token_source_next(engine->token_source, swap);
	return engine->token_swap
		|| (engine->pacer.store && aco_quota_store_next(engine->pacer.store, swap, aco_clock_us()));
}

bool aco_engine_needs_swap(aco_engine *engine)
{
	aco_swap swap;

	return !engine->swapping && prepare(engine, &swap);
}

bool aco_engine_next_swap(aco_engine *engine, aco_swap *swap)
{
	if (!engine->swapping) {
		engine->swapping = prepare(engine, swap);
		return engine->swapping;
	}
	return false;
}

void aco_engine_swapped(aco_engine *engine, const aco_swap *swap, const aco_swap_result *result)
{
	bool was_gone = aco_quota_store_is_gone(engine->pacer.store), lost;

	engine->swapping = false;
	if (engine->token_swap) {
		aco_token_source_swapped(engine->token_source, swap, result);
		return;
	}

	aco_quota_store_swapped(engine->pacer.store, swap, result, &lost);

	if (lost) {
		snprintf(engine->store_notice, sizeof(engine->store_notice),
			"the shared store has lost rates, or holds something else; they count as spent");
	} else if (was_gone) {
		snprintf(engine->store_notice, sizeof(engine->store_notice), "the shared store is back");
	}
}

void aco_engine_swap_failed(aco_engine *engine, const char *reason)
{
	int64_t now_us = aco_clock_us();

	engine->swapping = false;

	/* Told when it goes, not each time that it is tried. */
	if (!aco_quota_store_is_gone(engine->pacer.store)) {
		/* What hosts have sent through the store leaves their second first. */
		if (engine->pacer.pause_until_us < now_us + LEAVE_PAUSE_US) {
			engine->pacer.pause_until_us = now_us + LEAVE_PAUSE_US;
		}
		snprintf(engine->store_notice, sizeof(engine->store_notice),
			"the shared store cannot be used, this host keeps to its share of the rates: %.300s", reason);
	}
	aco_quota_store_failed(engine->pacer.store, now_us);
	aco_token_source_swap_failed(engine->token_source);
}
