/*
 * When the next request may go out: the rates of this client over its own quota, or over that which
 * it shares with the other processes of the host.
 *
 * What counts is when a request arrives, which nobody here knows. A request that may go out is
 * counted ahead of the clock until it has left, from then on a little later than it left, and in the
 * end no later than it was answered.
 */
#ifndef ACO_CORE_ENGINE_PACER_H
#define ACO_CORE_ENGINE_PACER_H

#include "src/core/net/notice.h"
#include "src/core/shared/quota_file.h"

typedef struct aco_pacer {
	aco_rates rates;
	aco_quota_state own;
	/* NULL: not shared. */
	aco_quota_file *shared;
	/* A pause that the buckets do not know yet. */
	int64_t pause_until_us;
	/* The fastest answer so far, from when its request left; 0: none yet. */
	int64_t fastest_us;
	/* What slow answers may cost yet. */
	int64_t doubt_left_us;
	/* When the next request was to go out, 0: nobody waits; and how late whoever waited has come of late. */
	int64_t due_us;
	int64_t late_us;
	/* Something to tell the user once; "": nothing. */
	char notice[ACO_NOTICE_SIZE];
} aco_pacer;

/* A request on its way. */
typedef struct aco_passage {
	aco_spending spending;
	enum {ACO_PASSAGE_WAITING, ACO_PASSAGE_LEFT, ACO_PASSAGE_OVER} stage;
	/* How much later it may have arrived than it left, beside what is usual. */
	int64_t slow_us;
} aco_passage;

/* When the next request may go out. */
typedef struct aco_grant {
	/* Milliseconds; 0: now, and it is counted. */
	int64_t wait_ms;
	/* Because the tenant was told to wait. */
	bool paused;
	/* The shared buckets cannot be had, for the reason in `error`. */
	bool broken;
	aco_error error;
} aco_grant;

void aco_pacer_init(aco_pacer *pacer, const aco_rates *rates);
/* Asks for a request of `items`; its passage begins when it may go out. */
aco_grant aco_pacer_acquire(aco_pacer *pacer, aco_item_rate rate, size_t items, int64_t now_us, aco_passage *passage);
/* Corrects when the request is counted. `left_us` and `ended_us`: when its first bytes were written, and when it was answered or given up; 0: not yet. */
void aco_pacer_follow(aco_pacer *pacer, aco_passage *passage, int64_t left_us, int64_t ended_us, int64_t now_us);
/* Takes nothing; tells whether the buckets can be had. */
aco_grant aco_pacer_peek(aco_pacer *pacer, int64_t now_us);
/* Keeps every process of the tenant from sending. */
void aco_pacer_pause(aco_pacer *pacer, int64_t pause_ms, int64_t now_us);

#endif
