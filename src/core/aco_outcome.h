/* What an answer means for the items of its request: one pure function. */
#ifndef ACO_OUTCOME_H
#define ACO_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum aco_outcome {
	ACO_OUTCOME_DELIVERED,
	/* The named items are rejected for good, the rest is sent again at once. */
	ACO_OUTCOME_ITEMS_REJECTED,
	/* The same request again with a new token. */
	ACO_OUTCOME_NEW_TOKEN,
	/* To be sent again another time. */
	ACO_OUTCOME_RETRYABLE,
	/* As RETRYABLE, and the stream stops: configuration, not data. */
	ACO_OUTCOME_STOP
} aco_outcome;

typedef struct aco_answer {
	/* 0: none came. */
	long status;
	size_t sent;
	/* 2xx: whether acceptedCount could be read, and what it is. */
	bool readable;
	int64_t accepted;
	/* 400: items that were named. */
	size_t item_errors;
	/* The token was renewed for this request already. */
	bool token_renewed;
} aco_answer;

aco_outcome aco_outcome_of(const aco_answer *answer);

#endif
