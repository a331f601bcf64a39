/* SPDX-License-Identifier: MIT */
/*
 * The circuit breaker of a stream: a pure state machine, driven by the results of requests and the time. A failed
 * attempt makes it half-open, a success closes it. It opens for good when a streak of failures has lasted too long:
 * the service is down, and the run must end.
 */
#ifndef ACO_CORE_ENGINE_BREAKER_H
#define ACO_CORE_ENGINE_BREAKER_H

#include <stdbool.h>
#include <stdint.h>

/* This many failures over this much time mean that the service is down. */
#define ACO_BREAKER_FAILURES 3
#define ACO_BREAKER_PATIENCE_MS 10000

typedef enum aco_breaker_state {
	/* Requests go out without restriction. */
	ACO_BREAKER_CLOSED,
	/* One probe at a time, with pauses in between. */
	ACO_BREAKER_HALF_OPEN,
	/* Nothing goes out. */
	ACO_BREAKER_OPEN
} aco_breaker_state;

typedef struct aco_breaker {
	aco_breaker_state state;
	int64_t patience_ms;
	/* Consecutive failures, and the time of the first. */
	unsigned streak;
	int64_t since_ms;
	/* Half-open: whether a probe is in flight, and when the next may go out. */
	bool probing;
	int64_t resume_ms;
	/*
	 * Requests up to this number were already in flight when the last failure
	 * was counted: their failures are part of it.
	 */
	uint64_t serial;
} aco_breaker;

/* Describes a failed attempt. */
typedef struct aco_breaker_failure {
	/* Number of the request (UINT64_MAX: none went out), and the number of the latest request. */
	uint64_t serial;
	uint64_t last_serial;
	int64_t now_ms;
	/* The wait that the response asks for; 0 or less: none. */
	int64_t told_ms;
	/* In [0, 1). */
	double random;
} aco_breaker_failure;

/* A streak may last as long as a request may be retried. */
int64_t aco_breaker_patience_ms(int64_t retry_budget_ms);
aco_breaker aco_breaker_new(int64_t retry_budget_ms);

/* When a request may go out: 0 at any time; INT64_MAX: not before a response arrives. */
int64_t aco_breaker_resume_ms(const aco_breaker *breaker);
/* A request goes out; returns true if it is a probe. */
bool aco_breaker_sent(aco_breaker *breaker);
/* A probe ended, with any result. */
void aco_breaker_probe_ended(aco_breaker *breaker);
/* The service works. */
void aco_breaker_succeeded(aco_breaker *breaker);
void aco_breaker_failed(aco_breaker *breaker, const aco_breaker_failure *failure);
/* The service works but asks for fewer requests: one at a time until one succeeds. Does not count as a failure. */
void aco_breaker_throttled(aco_breaker *breaker, const aco_breaker_failure *failure);

#endif
