/*
 * What follows from an answer, or the lack of one, for the items of its request: one pure function
 * of the service's verdict and of what went before. Numbers that are a matter of judgement stand at
 * its top.
 */
#ifndef ACO_CORE_ENGINE_OUTCOME_H
#define ACO_CORE_ENGINE_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum aco_action {
	ACO_ACTION_DELIVERED,
	/* The named items are rejected for good, the rest is sent again at once. */
	ACO_ACTION_REJECT_NAMED,
	/* The request's only item is rejected for good. */
	ACO_ACTION_REJECT,
	/* Each half goes out as a request of its own, at once. */
	ACO_ACTION_HALVE,
	/* The suspects go out as a request of their own, and the rest as another, at once. */
	ACO_ACTION_SET_APART,
	/* The same request again with a new token. */
	ACO_ACTION_NEW_TOKEN,
	/* The same request again after `delay_ms`. */
	ACO_ACTION_REPEAT,
	/* To be sent again another time. */
	ACO_ACTION_GIVE_UP,
	/* As GIVE_UP, and the stream stops: what is left is not sent. */
	ACO_ACTION_STOP
} aco_action;

/* What an answer says, whatever went before. */
typedef enum aco_verdict {
	ACO_VERDICT_DELIVERED,
	/* Some items are not accepted, and it is not known which. */
	ACO_VERDICT_AMBIGUOUS,
	/* Some items are at fault, and it is known which. */
	ACO_VERDICT_BAD_ITEMS,
	/* The request is at fault, or one of its items. */
	ACO_VERDICT_BAD_REQUEST,
	/* The same, and the item is likely one of a few. */
	ACO_VERDICT_SUSPECT,
	ACO_VERDICT_TOKEN,
	/* All requests of the tenant are to wait. */
	ACO_VERDICT_THROTTLED,
	/* A trouble that may have passed soon. */
	ACO_VERDICT_TRANSIENT,
	/* A trouble that is not to be met with the same request soon. */
	ACO_VERDICT_GIVE_UP,
	/* A trouble that every other request would meet. */
	ACO_VERDICT_PERMANENT
} aco_verdict;

typedef struct aco_attempt {
	/* 0: no answer came. */
	long status;
	/* No answer for a reason that another attempt does not mend, such as a certificate. */
	bool permanent;
	size_t sent;
	/* 2xx: whether acceptedCount could be read, and what it is. */
	bool readable;
	int64_t accepted;
	/* Items that were named. */
	size_t item_errors;
	/* Items of which one is likely at fault: the first, and how many. */
	size_t suspect;
	size_t suspects;
	/* Accepted, with trouble further on; and what the service says it ignored. */
	bool partial;
	size_t ignored;
	/* The service's own number of the error; 0: none. */
	int code;
	/* The token was renewed for this request already. */
	bool token_renewed;
	/* What the answer asks to wait; -1: nothing. */
	int64_t retry_after_ms;

	/* Failed attempts of this request before, those that were told to wait aside. */
	unsigned failures;
	unsigned max_attempts;
	/* Since its first failure, and what retries may take. */
	int64_t elapsed_ms;
	int64_t retry_budget_ms;
	/* How often it was told to wait before, since it was last answered otherwise. */
	unsigned throttles;
	/* Failed attempts of its stream since the last success, this one included; and whether its circuit is open now. */
	unsigned streak;
	bool circuit_open;
	/* From 0 to below 1. */
	double random;
} aco_attempt;

typedef struct aco_outcome {
	aco_action action;
	/* The attempt failed for a reason that is not about the items. */
	bool failed;
	/* When it failed: how long to wait before the next attempt, and how long while nothing else succeeds. */
	int64_t delay_ms;
	int64_t hold_ms;
	/* How long no process may send for the tenant; 0: they may. */
	int64_t pause_ms;
	/* The counts of the attempt, as they are now. */
	unsigned failures;
	unsigned throttles;
} aco_outcome;

/* What a verdict tells of the service, whatever became of the items. */
typedef enum aco_sign {
	ACO_SIGN_NONE,
	ACO_SIGN_WORKS,
	ACO_SIGN_FAILS,
	/* It works, but is asked too often. */
	ACO_SIGN_THROTTLES
} aco_sign;

aco_sign aco_sign_of(aco_verdict verdict, const aco_attempt *attempt);

/* What the answer asks to wait, within reason; at most 0: nothing. */
int64_t aco_told_wait_ms(const aco_attempt *attempt);

/* For a status that has no meaning of the service's own. */
aco_verdict aco_verdict_of_status(const aco_attempt *attempt);

aco_outcome aco_outcome_of(aco_verdict verdict, const aco_attempt *attempt);

#endif
