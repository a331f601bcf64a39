/*
 * When the next request may go out: the rates of this client over its own buckets, or over those
 * that it shares with the other processes of the host.
 */
#ifndef ACO_PACER_H
#define ACO_PACER_H

#include "aco_notice.h"
#include "aco_quota_file.h"

typedef struct aco_pacer {
	aco_rates rates;
	aco_quota_state own;
	/* NULL: not shared. */
	aco_quota_file *shared;
	/* A pause that the buckets do not know yet. */
	int64_t pause_until_us;
	/* Something to tell the user once; "": nothing. */
	char notice[ACO_NOTICE_SIZE];
} aco_pacer;

/* When the next request may go out. */
typedef struct aco_turn {
	/* Milliseconds; 0: now, and it is counted. */
	int64_t wait_ms;
	/* Because the tenant was told to wait. */
	bool paused;
	/* The shared buckets cannot be had, for the reason in `error`. */
	bool broken;
	aco_error error;
} aco_turn;

/* Asks for a request of `items`. */
aco_turn aco_pacer_take(aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us);
/* Takes nothing; tells whether the buckets can be had. */
aco_turn aco_pacer_look(aco_pacer *pacer, int64_t now_us);
/* Keeps every process of the tenant from sending. */
void aco_pacer_pause(aco_pacer *pacer, int64_t pause_ms, int64_t now_us);

#endif
