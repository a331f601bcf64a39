/* SPDX-License-Identifier: MIT */
/*
 * The quota of a tenant in a store that several hosts share. The state is decided here, on a copy, and stored by a
 * swap, which fails if another process was faster; then it is decided again on what that process has stored.
 *
 * Requests are granted a few at a time where they are sent faster than one by one. A grant that is not used soon is
 * given back. Times are local, those of aco_clock_us(), but for those of a spending: these are on the clock of the
 * store, which all hosts have in common. If the clock of the store jumps, as it may when another server takes over, the
 * time of the state goes on as before.
 */
#ifndef ACO_CORE_SHARED_QUOTA_STORE_H
#define ACO_CORE_SHARED_QUOTA_STORE_H

#include "src/core/shared/quota.h"
#include "src/core/shared/swap.h"

typedef struct aco_quota_store aco_quota_store;

/* One state for each `key`, such as the tenant's address. NULL when out of memory. */
aco_quota_store *aco_quota_store_new(const char *key, const aco_rates *rates);
/* NULL is allowed. */
void aco_quota_store_free(aco_quota_store *store);

/* Microseconds after which to ask again; 0: granted and counted in `spending`. A pause is told in `paused`. */
int64_t aco_quota_store_acquire(aco_quota_store *store, aco_item_rate rate, size_t items, int64_t now_us,
	aco_spending *spending, bool *paused);
/* Counts the request at other times; a date that is a few milliseconds too late waits for the next swap. */
void aco_quota_store_redate(aco_quota_store *store, aco_spending *spending,
	int64_t request_at_us, int64_t items_at_us, int64_t now_us);
void aco_quota_store_pause(aco_quota_store *store, int64_t until_us);
/* The local time of a time of the store's clock. */
int64_t aco_quota_store_local_us(const aco_quota_store *store, int64_t at_us);
/* The store cannot be reached, and nothing is granted; asked for again now and then. */
bool aco_quota_store_is_gone(const aco_quota_store *store);

/* The swap that is needed now; false: none. */
bool aco_quota_store_next(aco_quota_store *store, aco_swap *swap, int64_t now_us);
/* Its result. `lost`: the state was unusable or is older than it was, and counts as spent. */
void aco_quota_store_swapped(
	aco_quota_store *store, const aco_swap *swap, const aco_swap_result *result, bool *lost);
void aco_quota_store_failed(aco_quota_store *store, int64_t now_us);

#endif
