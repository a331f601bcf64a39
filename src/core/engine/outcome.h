/* SPDX-License-Identifier: MIT */
/*
 * Decides what a response, or its absence, means for the items of its request: one pure function of the service's
 * verdict and the history of the request. Constants that are a matter of judgement stand at the top of outcome.c.
 */
#ifndef ACO_CORE_ENGINE_OUTCOME_H
#define ACO_CORE_ENGINE_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum aco_action {
	ACO_ACTION_DELIVERED,
	/* The named items are rejected for good; the rest is sent again at once. */
	ACO_ACTION_REJECT_NAMED,
	/* The request's only item is rejected for good. */
	ACO_ACTION_REJECT,
	/* Each half is sent as a request of its own, at once. */
	ACO_ACTION_HALVE,
	/* The suspects are sent as one request and the rest as another, at once. */
	ACO_ACTION_SET_APART,
	/* The same request is sent again with a new token. */
	ACO_ACTION_NEW_TOKEN,
	/* The same request is sent again after `delay_ms`. */
	ACO_ACTION_REPEAT,
	/* The items are retryable, but not in this run. */
	ACO_ACTION_GIVE_UP,
	/* Like GIVE_UP, and the stream stops: nothing more is sent. */
	ACO_ACTION_STOP
} aco_action;

/* What a response says, regardless of history. */
typedef enum aco_verdict {
	ACO_VERDICT_DELIVERED,
	/* Some items are not accepted; which ones is unknown. */
	ACO_VERDICT_AMBIGUOUS,
	/* Some items are at fault, and the response names them. */
	ACO_VERDICT_BAD_ITEMS,
	/* The request or one of its items is at fault. */
	ACO_VERDICT_BAD_REQUEST,
	/* The same, and the faulty item is probably one of a few. */
	ACO_VERDICT_SUSPECT,
	ACO_VERDICT_TOKEN,
	/* All requests of the tenant must wait. */
	ACO_VERDICT_THROTTLED,
	/* Transient: retrying may help. */
	ACO_VERDICT_TRANSIENT,
	/* A failure that should not be retried with the same request soon. */
	ACO_VERDICT_GIVE_UP,
	/* Permanent: every request would fail. */
	ACO_VERDICT_PERMANENT
} aco_verdict;

typedef struct aco_attempt {
	/* 0: there was no response. */
	long status;
	/* There was no response for a permanent reason, such as a certificate. */
	bool permanent;
	size_t sent;
	/* 2xx: whether acceptedCount could be read, and its value. */
	bool readable;
	int64_t accepted;
	/* Number of items that the response names. */
	size_t item_errors;
	/* The suspects, one of which is probably at fault: index of the first, and their number. */
	size_t suspect;
	size_t suspects;
	/* Accepted, but processing failed further on; and the number of items that the service says it ignored. */
	bool partial;
	size_t ignored;
	/* The service's own error number; 0: none. */
	int code;
	/* The token was already renewed for this request. */
	bool token_renewed;
	/* The wait that the response asks for; -1: none. */
	int64_t retry_after_ms;

	/* Earlier failed attempts of this request, without those that were throttled. */
	unsigned failures;
	unsigned max_attempts;
	/* Time since its first failure, and how long it may be retried. */
	int64_t elapsed_ms;
	int64_t retry_budget_ms;
	/* How often it was throttled since its last other response. */
	unsigned throttles;
	/* Failed attempts of its stream since the last success, including this one; and whether the circuit is open now. */
	unsigned streak;
	bool circuit_open;
	/* In [0, 1). */
	double random;
} aco_attempt;

typedef struct aco_outcome {
	aco_action action;
	/* The attempt failed for a reason unrelated to the items. */
	bool failed;
	/* After a failure: the delay before the next attempt, and the delay while nothing else succeeds. */
	int64_t delay_ms;
	int64_t hold_ms;
	/* How long no process may send for the tenant; 0: no pause. */
	int64_t pause_ms;
	/* The updated counts of the request. */
	unsigned failures;
	unsigned throttles;
} aco_outcome;

/* What a verdict says about the service itself. */
typedef enum aco_sign {
	ACO_SIGN_NONE,
	ACO_SIGN_WORKS,
	ACO_SIGN_FAILS,
	/* It works but is overloaded with requests. */
	ACO_SIGN_THROTTLES
} aco_sign;

aco_sign aco_sign_of(aco_verdict verdict, const aco_attempt *attempt);

/* The wait that the response asks for, capped; 0 or less: none. */
int64_t aco_told_wait_ms(const aco_attempt *attempt);

/* For a status to which the service gives no meaning of its own. */
aco_verdict aco_verdict_of_status(const aco_attempt *attempt);

aco_outcome aco_outcome_of(aco_verdict verdict, const aco_attempt *attempt);

#endif
