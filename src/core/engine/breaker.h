/*
 * The circuit breaker of a stream: a pure state machine, told what became of requests and what time
 * it is. A failed attempt makes it half-open, a success closes it. It opens, for good, when a streak
 * of failures has lasted too long: then the service is down, and a run has to end.
 */
#ifndef ACO_CORE_ENGINE_BREAKER_H
#define ACO_CORE_ENGINE_BREAKER_H

#include <stdbool.h>
#include <stdint.h>

/* So many failures, and so long from the first to the last of them, are a service that is down. */
#define ACO_BREAKER_FAILURES 3
#define ACO_BREAKER_PATIENCE_MS 10000

typedef enum aco_breaker_state {
	/* Requests go out as they come. */
	ACO_BREAKER_CLOSED,
	/* One probe at a time, with pauses. */
	ACO_BREAKER_HALF_OPEN,
	/* Nothing goes out. */
	ACO_BREAKER_OPEN
} aco_breaker_state;

typedef struct aco_breaker {
	aco_breaker_state state;
	int64_t patience_ms;
	/* Failures without a success between them, and the moment of the first. */
	unsigned streak;
	int64_t since_ms;
	/* Half-open: whether a probe is in flight, and when the next may go out. */
	bool probing;
	int64_t resume_ms;
	/* Requests up to this number were in flight when the last failure was counted: theirs are the same failure. */
	uint64_t serial;
} aco_breaker;

/* What a failed attempt was. */
typedef struct aco_breaker_failure {
	/* Number of the request; UINT64_MAX: none went out. And that of the last request so far. */
	uint64_t serial;
	uint64_t last_serial;
	int64_t now_ms;
	/* What the response asks to wait; at most 0: nothing. */
	int64_t told_ms;
	/* From 0 to below 1. */
	double random;
} aco_breaker_failure;

/* A streak lasts as long as a request may be retried at most. */
int64_t aco_breaker_patience_ms(int64_t retry_budget_ms);
aco_breaker aco_breaker_new(int64_t retry_budget_ms);

/* When a request may go out: 0 at any time; INT64_MAX not before something is answered. */
int64_t aco_breaker_resume_ms(const aco_breaker *breaker);
/* A request goes out; true when it is a probe. */
bool aco_breaker_sent(aco_breaker *breaker);
/* A probe ended, whatever became of it. */
void aco_breaker_probe_ended(aco_breaker *breaker);
/* The service works. */
void aco_breaker_succeeded(aco_breaker *breaker);
void aco_breaker_failed(aco_breaker *breaker, const aco_breaker_failure *failure);
/* The service works, and asks for fewer requests: one at a time until one succeeds, but that counts for nothing. */
void aco_breaker_throttled(aco_breaker *breaker, const aco_breaker_failure *failure);

#endif
