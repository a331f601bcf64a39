/* SPDX-License-Identifier: MIT */
#include "src/core/shared/token_store.h"

#include "src/core/base/random.h"
#include "src/core/shared/token_seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * A token request takes less; a process that died while it asked holds the others up for no longer. They count it from
 * when they see its lease, as the clocks of a store's servers may differ, unless these say that it was long ago.
 */
#define LEASE_US INT64_C(10000000)
#define LONG_AGO_US INT64_C(3600000000)
/* How often to look whether another process has got a token. */
#define LOOK_MS 100
/* How long a store that is gone is not asked. */
#define GONE_MS 5000
/* Tokens last a day. */
#define TOKEN_SECONDS 172800
#define LEASE_SECONDS 60
/* Writing is given up after so many others wrote in between. */
#define MAX_WRITES 3

typedef enum stage {
	IDLE,
	/* Swaps that are needed. */
	READ,
	LOCK,
	READ_AGAIN,
	WRITE,
	UNLOCK,
	/* What they led to. */
	FOUND,
	HELD,
	MAY_ASK,
	ASKING
} stage;

struct aco_token_store {
	aco_buf secret;
	char key[ACO_SWAP_KEY_SIZE];
	char lease_key[ACO_SWAP_KEY_SIZE];
	stage stage;
	/* The token's value as it was stored last; empty: there was none. */
	aco_buf sealed;
	/* The value to be stored. */
	aco_buf written;
	unsigned writes;
	/* The lease as it was stored last, since when it is the same, and ours. */
	char lease[64];
	int64_t lease_seen_us;
	bool held_by_other;
	char own_lease[64];
	int64_t owner;
	/* The store's clock less the local one. */
	int64_t offset_us;
	/* When to look again; when a store that is gone is tried again. */
	int64_t look_at_ms;
	int64_t gone_until_ms;
	bool foreign;
	bool told;
};

aco_token_store *aco_token_store_new(const char *token_url, const char *client_id, const char *client_secret,
	const char *scope)
{
	aco_token_store *store = calloc(1, sizeof(*store));
	aco_buf name = ACO_BUF_INIT;

	if (!store) {
		return NULL;
	}

	aco_token_seal_name(&name, token_url, client_id, scope);
	aco_buf_append(&store->secret, client_secret, strlen(client_secret) + 1);

	if (name.failed || store->secret.failed) {
		aco_buf_free(&name);
		aco_token_store_free(store);
		return NULL;
	}

	aco_swap_key(store->key, "token", name.data, name.length);
	aco_swap_key(store->lease_key, "asking", name.data, name.length);
	aco_buf_free(&name);
	store->owner = aco_random_id();
	return store;
}

void aco_token_store_free(aco_token_store *store)
{
	if (store) {
		aco_buf_wipe(&store->secret);
		aco_buf_free(&store->sealed);
		aco_buf_free(&store->written);
		free(store);
	}
}

static int64_t shared_ms(const aco_token_store *store, int64_t now_ms)
{
	return now_ms + store->offset_us / 1000;
}

static bool open_token(aco_token_store *store, aco_token *token, const char *refused, int64_t now_ms)
{
	if (store->sealed.length == 0) {
		return false;
	}

	switch (aco_token_unseal(token, store->secret.data, store->sealed.data, store->sealed.length,
		now_ms, shared_ms(store, now_ms))) {
		case ACO_TOKEN_SEAL_OPENED:
			store->told = false;
			if (refused && strcmp(token->value.data, refused) == 0) {
				aco_token_drop(token);
				return false;
			}
			return true;
		case ACO_TOKEN_SEAL_FOREIGN:
			store->foreign = !store->told;
			store->told = true;
			return false;
		default:
			return false;
	}
}

/* What follows from the token that was read. */
static stage after_reading(aco_token_store *store, aco_token *token, const char *refused, int64_t now_ms, bool locked)
{
	if (open_token(store, token, refused, now_ms)) {
		return locked ? UNLOCK : IDLE;
	}
	return locked ? ASKING : LOCK;
}

aco_token_store_state aco_token_store_acquire(
	aco_token_store *store, aco_token *token, const char *refused, int64_t now_ms)
{
	if (now_ms < store->gone_until_ms) {
		return ACO_TOKEN_STORE_GONE;
	}

	if (store->stage == IDLE || (store->stage == HELD && now_ms >= store->look_at_ms)) {
		store->stage = READ;
	} else if (store->stage == FOUND || store->stage == MAY_ASK) {
		store->stage = after_reading(store, token, refused, now_ms, store->stage == MAY_ASK);

		if (store->stage == ASKING) {
			return ACO_TOKEN_STORE_MAY_ASK;
		}
		return token->value.data ? ACO_TOKEN_STORE_READY : ACO_TOKEN_STORE_WAITING;
	}

	return ACO_TOKEN_STORE_WAITING;
}

void aco_token_store_asked(aco_token_store *store, const aco_token *token, int64_t now_ms)
{
	if (store->stage != ASKING) {
		return;
	}

	store->stage = UNLOCK;
	store->written.length = 0;
	store->writes = 0;
	if (token && aco_token_seal(&store->written, store->secret.data, token, now_ms, shared_ms(store, now_ms))) {
		store->stage = WRITE;
	}
}

bool aco_token_store_take_foreign(aco_token_store *store)
{
	bool foreign = store->foreign;

	store->foreign = false;
	return foreign;
}

/* "<owner> <end on the store's clock>" */
static void write_lease(aco_token_store *store, int64_t now_us)
{
	snprintf(store->own_lease, sizeof(store->own_lease), "%" PRId64 " %" PRId64, store->owner, now_us + LEASE_US);
}

static void replace(aco_swap *swap, const char *expected, size_t expected_length, const char *value, size_t length)
{
	swap->expected = expected_length > 0 ? expected : NULL;
	swap->expected_length = expected_length;
	swap->value = value;
	swap->value_length = length;
}

bool aco_token_store_next(aco_token_store *store, aco_swap *swap)
{
	bool leasing = store->stage == LOCK || store->stage == UNLOCK;

	*swap = (aco_swap) {
		.key = leasing ? store->lease_key : store->key, .seconds = leasing ? LEASE_SECONDS : TOKEN_SECONDS};

	switch (store->stage) {
		case READ:
		case READ_AGAIN:
			return true;
		case LOCK:
			if (store->held_by_other) {
				/* Only to look whether it still does. */
				return true;
			}
			replace(swap, store->lease, strlen(store->lease), store->own_lease, strlen(store->own_lease));
			return true;
		case WRITE:
			replace(swap, store->sealed.data, store->sealed.length, store->written.data, store->written.length);
			return true;
		case UNLOCK:
			replace(swap, store->own_lease, strlen(store->own_lease), "free", strlen("free"));
			return true;
		default:
			return false;
	}
}

static void keep_sealed(aco_token_store *store, const aco_swap_result *result)
{
	store->sealed.length = 0;
	if (result->length <= ACO_TOKEN_SEAL_MAX_BYTES) {
		aco_buf_append(&store->sealed, result->value, result->length);
	}
}

/* Another process may hold the lease, or have held it. */
static void after_lock(aco_token_store *store, const aco_swap_result *result)
{
	size_t length = result->length < sizeof(store->lease) ? result->length : 0;
	long long owner = 0, until_us = 0;

	if (length != strlen(store->lease) || (length > 0 && memcmp(store->lease, result->value, length) != 0)) {
		store->lease_seen_us = result->ended_us;
	}
	if (length > 0) {
		memcpy(store->lease, result->value, length);
	}
	store->lease[length] = '\0';

	store->held_by_other = sscanf(store->lease, "%lld %lld", &owner, &until_us) == 2
		&& until_us > result->clock_us - LONG_AGO_US && until_us < result->clock_us + LONG_AGO_US
		&& result->ended_us - store->lease_seen_us < LEASE_US;

	if (store->held_by_other) {
		store->stage = HELD;
		store->look_at_ms = result->ended_us / 1000 + LOOK_MS;
	}
}

void aco_token_store_swapped(aco_token_store *store, const aco_swap *swap, const aco_swap_result *result)
{
	bool succeeded = aco_swap_succeeded(swap, result);

	store->offset_us = result->clock_us - result->begun_us;

	switch (store->stage) {
		case READ:
			keep_sealed(store, result);
			write_lease(store, result->clock_us);
			store->stage = FOUND;
			break;
		case LOCK:
			if (succeeded) {
				snprintf(store->lease, sizeof(store->lease), "%s", store->own_lease);
				store->stage = READ_AGAIN;
			} else {
				after_lock(store, result);
			}
			break;
		case READ_AGAIN:
			keep_sealed(store, result);
			store->stage = MAY_ASK;
			break;
		case WRITE:
			keep_sealed(store, result);
			store->stage = succeeded || ++store->writes >= MAX_WRITES ? UNLOCK : WRITE;
			break;
		default:
			snprintf(store->lease, sizeof(store->lease), "%s", "free");
			store->stage = IDLE;
	}
}

void aco_token_store_failed(aco_token_store *store, int64_t now_ms)
{
	store->gone_until_ms = now_ms + GONE_MS;
	if (store->stage != ASKING) {
		store->stage = IDLE;
	}
}
