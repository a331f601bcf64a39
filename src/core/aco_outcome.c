#include "aco_outcome.h"

aco_outcome aco_outcome_of(const aco_answer *answer)
{
	long status = answer->status;

	if (status >= 200 && status < 300) {
		return answer->readable && (uint64_t) answer->accepted >= answer->sent
			? ACO_OUTCOME_DELIVERED : ACO_OUTCOME_RETRYABLE;
	}
	if (status == 400) {
		return answer->item_errors > 0 ? ACO_OUTCOME_ITEMS_REJECTED : ACO_OUTCOME_RETRYABLE;
	}
	if (status == 401) {
		return answer->token_renewed ? ACO_OUTCOME_STOP : ACO_OUTCOME_NEW_TOKEN;
	}
	/* Too large, too many or too slow says nothing about the configuration. */
	if (status == 408 || status == 413 || status == 429) {
		return ACO_OUTCOME_RETRYABLE;
	}
	if (status >= 300 && status < 500) {
		return ACO_OUTCOME_STOP;
	}
	return ACO_OUTCOME_RETRYABLE;
}
