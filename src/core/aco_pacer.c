#include "aco_pacer.h"

#include <stdio.h>

/* While another process has the buckets. */
#define LOCKED_WAIT_MS 1

/* NULL when another process has them, or with the reason in `error` when they cannot be had. */
static aco_quota_state *enter(aco_pacer *pacer, int64_t now_us, aco_error *error)
{
	char why[ACO_NOTICE_SIZE] = "";
	aco_quota_state *state = &pacer->own;
	bool fresh = false;

	if (pacer->shared) {
		state = aco_quota_file_lock(pacer->shared, &fresh, why, sizeof(why));
		if (!state) {
			aco_error_set(error, why[0] ? ACO_E_ARGUMENT : ACO_OK, true, "%s", why);
			return NULL;
		}
	}
	if (fresh) {
		/* What others spent is lost: begin as if it had been all. */
		aco_quota_drain(state, &pacer->rates, now_us);
	}
	if (why[0]) {
		snprintf(pacer->notice, sizeof(pacer->notice), "%s", why);
	}
	if (pacer->pause_until_us > now_us) {
		aco_quota_pause(state, &pacer->rates, pacer->pause_until_us - now_us, now_us);
	}
	return state;
}

/* False when what was done to the buckets does not count. */
static bool leave(aco_pacer *pacer)
{
	if (pacer->shared && !aco_quota_file_unlock(pacer->shared)) {
		return false;
	}
	pacer->pause_until_us = 0;
	return true;
}

/* Enters the buckets for the turn; false when they cannot be had now. */
static bool begin_turn(aco_pacer *pacer, aco_turn *turn, aco_quota_state **state, int64_t now_us)
{
	*turn = (aco_turn) {.wait_ms = LOCKED_WAIT_MS};
	*state = enter(pacer, now_us, &turn->error);
	turn->broken = !*state && turn->error.code != ACO_OK;
	return *state != NULL;
}

aco_turn aco_pacer_take(aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us)
{
	aco_quota_state *state;
	aco_turn turn;

	if (begin_turn(pacer, &turn, &state, now_us)) {
		turn.paused = aco_quota_paused_us(state, now_us) > 0;
		turn.wait_ms = (aco_quota_take(state, &pacer->rates, rate, items, now_us) + 999) / 1000;
		if (!leave(pacer)) {
			turn.wait_ms = LOCKED_WAIT_MS;
		}
	}
	return turn;
}

aco_turn aco_pacer_look(aco_pacer *pacer, int64_t now_us)
{
	aco_quota_state *state;
	aco_turn turn;

	if (begin_turn(pacer, &turn, &state, now_us)) {
		leave(pacer);
	}
	return turn;
}

void aco_pacer_pause(aco_pacer *pacer, int64_t pause_ms, int64_t now_us)
{
	int64_t until_us = now_us + pause_ms * 1000;
	aco_error error;

	if (until_us > pacer->pause_until_us) {
		pacer->pause_until_us = until_us;
	}
	if (enter(pacer, now_us, &error)) {
		leave(pacer);
	}
}
