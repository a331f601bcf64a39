/* SPDX-License-Identifier: MIT */
/*
 * Decides when the next request may go out, by the rates of this client, by the quota that it shares with the other
 * processes of the host, or by the one in a store that hosts share. While that store is gone, each host keeps to its
 * share of the rates.
 *
 * What counts is when a request arrives, which the client cannot know. A granted request is counted ahead of the
 * clock until it has left, then a little later than it left, and finally no later than its response.
 */
#ifndef ACO_CORE_ENGINE_PACER_H
#define ACO_CORE_ENGINE_PACER_H

#include "src/core/net/notice.h"
#include "src/core/shared/quota_file.h"
#include "src/core/shared/quota_store.h"

/* Dates that could not be corrected, because another process had the quota; more than that are rare. */
#define ACO_PACER_CORRECTIONS 16

typedef struct aco_pacer {
	aco_rates rates;
	aco_quota_state own;
	/* NULL: not shared. */
	aco_quota_file *shared;
	/* NULL: hosts share nothing. */
	aco_quota_store *store;
	/* A pause that the buckets do not contain yet. */
	int64_t pause_until_us;
	/* When requests that are over count, which the buckets do not say yet. */
	struct aco_correction {
		aco_spending spending;
		int64_t request_at_us;
		int64_t items_at_us;
	} corrections[ACO_PACER_CORRECTIONS];
	size_t correction_count;
	/* The fastest response so far, measured from when its request left; 0: none yet. */
	int64_t fastest_us;
	/* How much later requests may still be counted for slow responses. */
	int64_t delay_budget_us;
	/* When the next request was due (0: nothing is waiting), and the recent mean lateness of this process. */
	int64_t due_us;
	int64_t lateness_us;
	/* A notice for the user, given once; "": none. */
	char notice[ACO_NOTICE_SIZE];
} aco_pacer;

/* A request on its way. */
typedef struct aco_passage {
	aco_spending spending;
	enum {ACO_PASSAGE_WAITING, ACO_PASSAGE_LEFT, ACO_PASSAGE_OVER} stage;
	/* The store that hosts share counts it. */
	bool stored;
	/* How far ahead of the clock it was counted. */
	int64_t ahead_us;
	/* How much later than usual it probably arrived, after it left. */
	int64_t delay_us;
} aco_passage;

/* When the next request may go out. */
typedef struct aco_grant {
	/* Milliseconds; 0: the request may go now and is counted. */
	int64_t wait_ms;
	/* The wait is a pause that the service asked for. */
	bool paused;
	/* The shared buckets are unavailable, for the reason in `error`. */
	bool broken;
	aco_error error;
} aco_grant;

void aco_pacer_init(aco_pacer *pacer, const aco_rates *rates);
/* Asks for a grant for a request of `items`; its passage begins when the grant is given. */
aco_grant aco_pacer_acquire(aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us, aco_passage *passage);
/*
 * Corrects when the request is counted. `left_us` is when its first bytes were written, `ended_us` when the
 * response came or it was given up; 0: not yet.
 */
void aco_pacer_follow(aco_pacer *pacer, aco_passage *passage, int64_t left_us, int64_t ended_us, int64_t now_us);
/* Reports whether the buckets are available, without taking anything. */
aco_grant aco_pacer_peek(aco_pacer *pacer, int64_t now_us);
/* Stops every process from sending for the tenant. */
void aco_pacer_pause(aco_pacer *pacer, int64_t pause_ms, int64_t now_us);

#endif
