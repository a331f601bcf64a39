/* SPDX-License-Identifier: MIT */
#include "src/core/shared/quota_store.h"

#include "src/core/base/clock.h"
#include "src/core/base/random.h"
#include "src/core/shared/quota_value.h"

#include <stdlib.h>

/* A granted request counts as arriving this much later, and its items this much: see pacer.c. */
#define REQUEST_AHEAD_US 15000
#define ITEMS_AHEAD_US 990000
/*
 * A correction may wait this long for a swap that is needed anyway: one to a later date has to be stored before the
 * request leaves the window at its earlier one.
 */
#define LAZY_US 100000
/*
 * One to a date that is earlier by no more than this waits for such a swap however long that takes: it would cost more
 * than it gives back.
 */
#define TOLERANCE_US 15000
/* And one by less than this, half a slot of the window, changes nothing. */
#define LEAST_GAIN_US 4000
/* Those that wait leave room for those that do not. */
#define MAX_WAITING (MAX_CHANGES / 2)
/* A grant that is not used in this time is given back. */
#define GRANT_US 100000
/*
 * What may go within this time is granted now, for then: the swap, and others that were faster, cost no time of the
 * rate.
 */
#define LEAD_US 50000
/* Requests granted at once: as many as may go in this time, and no more than the maximum. */
#define GRANTED_AHEAD_US 25000
#define MAX_GRANT 32
/* While a request waits, what others have changed is read this often. */
#define REFRESH_US 100000
/* A request that nobody has asked about for this long does not wait any more. */
#define WISH_US 300000
/* How often a store that is gone is tried: the first pause, and the longest. */
#define FIRST_RETRY_US 1000000
#define MAX_RETRY_US 5000000
/* What was sent without the store leaves the windows of a second in this time. */
#define RETURN_PAUSE_US 1000000
/* Clocks that differ more than this from what they should have are not followed. */
#define JUMP_US 20000
/* Longer than any pause; then the state says nothing more. */
#define KEPT_SECONDS 7200
#define MAX_CHANGES 256
#define RATES 3

/* A request that waits to be granted. */
typedef struct wish {
	size_t items;
	/* When it was asked about; 0: never. */
	int64_t asked_us;
	/* When it may be granted, as far as known; 0: not known. */
	int64_t due_us;
} wish;

/* A granted request that was not sent yet. */
typedef struct grant {
	aco_spending spending;
	int64_t from_us;
	int64_t until_us;
} grant;

/* A counted request whose dates change, or that is given back. */
typedef struct change {
	aco_spending spending;
	int64_t request_at_us;
	int64_t items_at_us;
	bool unused;
	/* When it must be stored; INT64_MAX: with something else. */
	int64_t due_us;
} change;

struct aco_quota_store {
	char key[ACO_SWAP_KEY_SIZE];
	aco_rates rates;
	/* Of this process. */
	int64_t writer;
	/* What the store held last, and whether that is known. */
	aco_quota_value seen;
	aco_buf seen_bytes;
	bool known;
	int64_t seen_us;
	/* What it is to hold. */
	aco_quota_value next;
	aco_buf next_bytes;
	wish wishes[RATES];
	grant grants[MAX_GRANT];
	size_t grant_count;
	/* Granted in `next`; they count once that is stored. */
	aco_spending hoped[MAX_GRANT];
	size_t hoped_count;
	/* How many requests of the next grant, and whether the last one was used up. */
	size_t size;
	change changes[MAX_CHANGES];
	size_t change_count;
	/* The number of them that `next` contains. */
	size_t changed_count;
	int64_t pause_until_us;
	/* The state is to be taken for spent. */
	bool drain;
	/* The clock of the state less the local one, and less the store's one. */
	int64_t offset_us;
	int64_t skew_us;
	bool has_offset;
	/* When the store is tried again; 0: it is not gone. */
	int64_t retry_at_us;
	int64_t retry_us;
};

aco_quota_store *aco_quota_store_new(const char *key, const aco_rates *rates)
{
	aco_quota_store *store = calloc(1, sizeof(*store));

	if (store) {
		aco_swap_key(store->key, "quota", key, strlen(key));
		store->rates = *rates;
		store->writer = aco_random_id();
		store->size = 1;
		store->retry_us = FIRST_RETRY_US;
	}
	return store;
}

void aco_quota_store_free(aco_quota_store *store)
{
	if (store) {
		aco_buf_free(&store->seen_bytes);
		aco_buf_free(&store->next_bytes);
		free(store);
	}
}

int64_t aco_quota_store_local_us(const aco_quota_store *store, int64_t at_us)
{
	return at_us - store->offset_us;
}

bool aco_quota_store_is_gone(const aco_quota_store *store)
{
	return store->retry_at_us > 0;
}

/* The time of the state, which never goes back. */
static int64_t state_time(const aco_quota_store *store, int64_t now_us)
{
	return aco_later(now_us + store->offset_us, store->seen.written_us);
}

static void add_change(aco_quota_store *store, const change *change)
{
	if (store->change_count < MAX_CHANGES) {
		store->changes[store->change_count++] = *change;
	}
}

static bool is_change_due(const aco_quota_store *store, int64_t now_us)
{
	if (store->change_count > MAX_WAITING) {
		return true;
	}

	for (size_t i = 0; i < store->change_count; i++) {
		if (store->changes[i].due_us <= now_us) {
			return true;
		}
	}
	return false;
}

static void give_back_grants(aco_quota_store *store, int64_t now_us)
{
	size_t kept = 0;

	for (size_t i = 0; i < store->grant_count; i++) {
		if (store->grants[i].until_us > now_us) {
			store->grants[kept++] = store->grants[i];
		} else {
			change unused = {.spending = store->grants[i].spending, .unused = true, .due_us = now_us + LAZY_US};

			add_change(store, &unused);
			store->size = 1;
		}
	}

	store->grant_count = kept;
}

/* Microseconds until a grant may be used; 0: it was taken, INT64_MAX: there is none. */
static int64_t take_grant(
	aco_quota_store *store, aco_item_rate rate, size_t items, int64_t now_us, aco_spending *spending)
{
	for (size_t i = 0; i < store->grant_count; i++) {
		const grant *granted = &store->grants[i];

		if (granted->spending.rate != rate || (rate != ACO_RATE_NONE && granted->spending.items != items)) {
			continue;
		}
		if (granted->from_us > now_us) {
			return granted->from_us - now_us;
		}
		*spending = granted->spending;
		store->grant_count--;
		memmove(&store->grants[i], &store->grants[i + 1], (store->grant_count - i) * sizeof(grant));
		return 0;
	}
	return INT64_MAX;
}

int64_t aco_quota_store_acquire(aco_quota_store *store, aco_item_rate rate, size_t items, int64_t now_us,
	aco_spending *spending, bool *paused)
{
	wish *wish = &store->wishes[rate];
	int64_t wait_us;

	give_back_grants(store, now_us);
	*paused = store->known && aco_quota_paused_us(&store->seen.state, state_time(store, now_us)) > 0;

	wait_us = take_grant(store, rate, items, now_us, spending);
	if (wait_us != INT64_MAX) {
		*wish = (struct wish) {0};
		return wait_us;
	}

	if (wish->items != items || now_us - wish->asked_us > WISH_US) {
		*wish = (struct wish) {.items = items};
	}

	wish->asked_us = now_us;
	return *paused ? aco_quota_paused_us(&store->seen.state, state_time(store, now_us))
		: aco_earlier(aco_later(wish->due_us - LEAD_US - now_us, 1000), REFRESH_US);
}

/* When a correction of a date by so much must be stored. */
static int64_t due_of(int64_t by_us, int64_t now_us)
{
	return by_us > 0 || by_us < -TOLERANCE_US ? now_us + LAZY_US : INT64_MAX;
}

void aco_quota_store_redate(aco_quota_store *store, aco_spending *spending,
	int64_t request_at_us, int64_t items_at_us, int64_t now_us)
{
	change change = {
		.spending = *spending,
		.request_at_us = request_at_us + store->offset_us,
		.items_at_us = items_at_us + store->offset_us,
	};
	int64_t request_by_us = change.request_at_us - spending->request_at_us;
	int64_t items_by_us = spending->rate == ACO_RATE_NONE ? 0 : change.items_at_us - spending->items_at_us;
	bool is_small = request_by_us <= 0 && request_by_us > -LEAST_GAIN_US && items_by_us <= 0
		&& items_by_us >= -TOLERANCE_US;

	change.due_us = aco_earlier(due_of(request_by_us, now_us), due_of(items_by_us, now_us));
	if (is_small || store->change_count >= (change.due_us == INT64_MAX ? MAX_WAITING : MAX_CHANGES)) {
		return;
	}

	add_change(store, &change);
	spending->request_at_us = change.request_at_us;
	spending->items_at_us = change.items_at_us;
}

void aco_quota_store_pause(aco_quota_store *store, int64_t until_us)
{
	store->pause_until_us = aco_later(store->pause_until_us, until_us);
}

static void apply_changes(aco_quota_store *store, aco_quota_state *state, int64_t now_us)
{
	int64_t local_us = aco_quota_store_local_us(store, now_us);

	if (store->drain) {
		aco_quota_drain(state, &store->rates, now_us);
	}

	if (store->pause_until_us > local_us) {
		aco_quota_pause(state, &store->rates, store->pause_until_us - local_us, now_us);
	}

	for (size_t i = 0; i < store->change_count; i++) {
		change change = store->changes[i];

		if (change.unused) {
			aco_quota_give_back(state, &store->rates, &change.spending);
		} else {
			aco_quota_redate(
				state, &store->rates, &change.spending, change.request_at_us, change.items_at_us, now_us);
		}
	}

	store->changed_count = store->change_count;
}

static bool is_wanted(const wish *wish, int64_t now_us)
{
	return wish->asked_us > 0 && now_us - wish->asked_us <= WISH_US;
}

static bool may_be_granted(const wish *wish, int64_t now_us)
{
	return is_wanted(wish, now_us) && wish->due_us <= now_us + LEAD_US;
}

/* Something other than a grant that has to be stored now. */
static bool has_news(const aco_quota_store *store, int64_t now_us)
{
	return store->drain || store->pause_until_us > now_us || is_change_due(store, now_us);
}

/*
 * Microseconds until one more may go; 0: it is counted, ahead of the time from which it is granted. That it must be
 * allowed already then leaves room for what delays a request on its way.
 */
static int64_t grant_one(aco_quota_store *store, aco_item_rate rate, int64_t now_us)
{
	aco_quota_state *state = &store->next.state;
	aco_spending spending = {rate, store->wishes[rate].items, now_us, now_us};
	int64_t wait_us = aco_quota_acquire(state, &store->rates, rate, spending.items, now_us);

	/* Not while there is a pause: a later grant would end it for all. */
	if (wait_us > 0 && wait_us <= LEAD_US && aco_quota_paused_us(state, now_us) == 0) {
		now_us += wait_us;
		spending.request_at_us = spending.items_at_us = now_us;
		wait_us = aco_quota_acquire(state, &store->rates, rate, spending.items, now_us);
	}

	if (wait_us == 0) {
		aco_quota_redate(
			state, &store->rates, &spending, now_us + REQUEST_AHEAD_US, now_us + ITEMS_AHEAD_US, now_us);
		store->hoped[store->hoped_count++] = spending;
	}

	return wait_us;
}

/* Grants up to `size` requests; remembers when the next may be granted if it may not be now. */
static void grant_wish(aco_quota_store *store, aco_item_rate rate, int64_t now_us)
{
	wish *wish = &store->wishes[rate];
	int64_t wait_us = 0;

	for (size_t i = 0; i < store->size && store->grant_count + store->hoped_count < MAX_GRANT && wait_us == 0; i++) {
		wait_us = grant_one(store, rate, now_us);
		if (wait_us > 0 && i == 0) {
			wish->due_us = aco_quota_store_local_us(store, now_us) + wait_us;
		}
	}
}

/* Prepares the next value; false when nothing of it has changed. */
static bool decide(aco_quota_store *store, int64_t now_us)
{
	int64_t time_us = state_time(store, now_us);
	bool news = has_news(store, now_us);

	store->next = store->seen;
	store->hoped_count = 0;
	apply_changes(store, &store->next.state, time_us);

	for (int rate = 0; rate < RATES; rate++) {
		if (may_be_granted(&store->wishes[rate], now_us)) {
			grant_wish(store, (aco_item_rate) rate, time_us);
		}
	}

	store->next.written_us = time_us;
	store->next.clock_us = time_us - store->skew_us;
	store->next.writer = store->writer;
	store->next.serial++;
	store->next_bytes.length = 0;
	aco_quota_value_write(&store->next_bytes, &store->next);

	return !store->next_bytes.failed && (store->hoped_count > 0 || news);
}

/* Whether anything may have to be stored now. */
static bool is_due(const aco_quota_store *store, int64_t now_us)
{
	if (has_news(store, now_us)) {
		return true;
	}

	for (int rate = 0; rate < RATES; rate++) {
		if (may_be_granted(&store->wishes[rate], now_us)) {
			return true;
		}
	}

	return false;
}

static bool waits(const aco_quota_store *store, int64_t now_us)
{
	for (int rate = 0; rate < RATES; rate++) {
		if (is_wanted(&store->wishes[rate], now_us)) {
			return true;
		}
	}
	return false;
}

bool aco_quota_store_next(aco_quota_store *store, aco_swap *swap, int64_t now_us)
{
	bool stale = !store->known || now_us - store->seen_us >= REFRESH_US;

	*swap = (aco_swap) {.key = store->key, .seconds = KEPT_SECONDS};
	give_back_grants(store, now_us);

	if (aco_quota_store_is_gone(store)) {
		return now_us >= store->retry_at_us;
	}
	if (!store->known) {
		return waits(store, now_us) || store->pause_until_us > now_us;
	}
	if (!is_due(store, now_us) || !decide(store, now_us)) {
		return stale && waits(store, now_us);
	}

	swap->expected = store->seen_bytes.length > 0 ? store->seen_bytes.data : NULL;
	swap->expected_length = store->seen_bytes.length;
	swap->value = store->next_bytes.data;
	swap->value_length = store->next_bytes.length;

	return true;
}

/* Follows the store's clock, unless it jumps: then the time of the state goes on by the local clock. */
static void follow_clock(aco_quota_store *store, const aco_swap_result *result)
{
	int64_t clock_us = result->clock_us + store->skew_us;
	int64_t low_us = clock_us - result->ended_us, high_us = clock_us - result->begun_us;

	if (!store->has_offset) {
		store->offset_us = (low_us + high_us) / 2;
		store->has_offset = true;
	} else if (store->offset_us < low_us - JUMP_US || store->offset_us > high_us + JUMP_US) {
		store->skew_us += store->offset_us - (low_us + high_us) / 2;
	} else {
		store->offset_us = aco_later(low_us, aco_earlier(high_us, store->offset_us));
	}

	/* Others may be ahead. */
	store->offset_us = aco_later(store->offset_us, store->seen.written_us - result->ended_us);
}

static void use_grants(aco_quota_store *store, int64_t now_us)
{
	for (size_t i = 0; i < store->hoped_count; i++) {
		int64_t from_us = aco_quota_store_local_us(store, store->hoped[i].request_at_us - REQUEST_AHEAD_US);

		/* Whoever waits for it has it now. */
		store->wishes[store->hoped[i].rate] = (wish) {0};
		store->grants[store->grant_count++] = (grant) {store->hoped[i], from_us, aco_later(from_us, now_us) + GRANT_US};
	}

	if (store->hoped_count >= store->size && store->rates.request_us * (double) (2 * store->size) <= GRANTED_AHEAD_US
		&& 2 * store->size <= MAX_GRANT) {
		store->size *= 2;
	}

	store->hoped_count = 0;
}

static void settle(aco_quota_store *store, int64_t now_us)
{
	aco_buf bytes = store->seen_bytes;

	store->seen = store->next;
	store->seen_bytes = store->next_bytes;
	store->next_bytes = bytes;
	store->change_count -= store->changed_count;
	memmove(store->changes, store->changes + store->changed_count, store->change_count * sizeof(change));
	store->changed_count = 0;
	store->pause_until_us = 0;
	store->drain = false;
	use_grants(store, now_us);
}

/* What is stored now, which another process may have written. */
static void read_state(aco_quota_store *store, const aco_swap_result *result, bool *lost)
{
	int64_t serial = store->known ? store->seen.serial : 0;
	aco_quota_value value = {0};

	/* A store that has forgotten everything says nothing; one that went back has lost what was stored since. */
	*lost = (result->value && !aco_quota_value_read(&value, result->value, result->length))
		|| value.serial < serial;
	store->drain = store->drain || *lost;

	if (!store->known && value.written_us > 0 && !store->has_offset) {
		store->skew_us = value.written_us - value.clock_us;
	}

	store->seen = value;
	store->seen_bytes.length = 0;
	aco_buf_append(&store->seen_bytes, result->value, result->length);
	store->known = !store->seen_bytes.failed;
}

void aco_quota_store_swapped(aco_quota_store *store, const aco_swap *swap, const aco_swap_result *result, bool *lost)
{
	*lost = false;

	if (aco_quota_store_is_gone(store)) {
		store->retry_at_us = 0;
		store->retry_us = FIRST_RETRY_US;
		aco_quota_store_pause(store, result->ended_us + RETURN_PAUSE_US);
	}

	if (aco_swap_succeeded(swap, result)) {
		settle(store, result->ended_us);
	} else {
		read_state(store, result, lost);
		for (int rate = 0; rate < RATES; rate++) {
			store->wishes[rate].due_us = 0;
		}
	}

	store->seen_us = result->ended_us;
	follow_clock(store, result);
}

void aco_quota_store_failed(aco_quota_store *store, int64_t now_us)
{
	store->retry_at_us = now_us + store->retry_us;
	store->retry_us = aco_earlier(2 * store->retry_us, MAX_RETRY_US);
	/* What was granted may not be stored, and by then others will have gone on. */
	store->grant_count = 0;
	store->hoped_count = 0;
	store->change_count = 0;
}
